import { z } from 'zod';
import { amount, totalAmount } from './amount.js';

/** The money of a quote, minor units: `total = subtotal + shippingAmount − discountAmount − shippingDiscount`. */
export const figures = z.object({
  currency: z.string(),
  subtotal: amount,
  shippingAmount: amount,
  discountAmount: amount,
  shippingDiscount: amount,
  total: totalAmount,
});
export type FiguresOnWire = z.infer<typeof figures>;
