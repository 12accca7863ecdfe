import { z } from 'zod';
import { amount } from './amount.js';

/** The money of a quote, minor units: `total = subtotal + shippingAmount − discountAmount − shippingDiscount`. */
export const figures = z.object({
  currency: z.string(),
  subtotal: amount,
  shippingAmount: amount,
  discountAmount: amount,
  shippingDiscount: amount,
  total: z.int().min(0).max(2_000_000_000_000),
});
export type FiguresOnWire = z.infer<typeof figures>;
