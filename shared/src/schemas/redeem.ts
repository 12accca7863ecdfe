import { z } from 'zod';
import { cartQuestion } from './cart-input.js';
import { orderShape } from './lock.js';
import { redemption } from './redemption.js';
import { codesShape, customerShape } from './validate-input.js';

/** `POST /v1/discount-codes/redeem`: count one use, because the order's payment is confirmed. Idempotent on the order. */
export const redeemInput = cartQuestion({
  shape: { ...codesShape, ...customerShape, ...orderShape },
  cartOptional: true,
});
export type RedeemInput = z.infer<typeof redeemInput>;

/** The first code's row, every row, and whether this call counted it. */
export const redeemAnswer = z.object({
  created: z.boolean(),
  redemption,
  redemptions: z.array(redemption),
});
export type RedeemAnswer = z.infer<typeof redeemAnswer>;
