import { z } from 'zod';
import { cartAliases, cartInputShape, checkCart, withAliases } from './cart-input.js';
import { orderShape } from './lock.js';
import { redemption } from './redemption.js';
import { codesShape, customerShape } from './validate-input.js';

/** `POST /v1/discount-codes/redeem`: count one use, because the order's payment is confirmed. Idempotent on the order. */
export const redeemInput = z.preprocess(
  withAliases(cartAliases),
  z.object({ ...codesShape, ...customerShape, ...cartInputShape, ...orderShape }).superRefine((body, context) => {
    if (body.lineItems == null && body.subtotal == null) return;
    checkCart(body, (path, message) => context.addIssue({ code: 'custom', path, message }));
  }),
);
export type RedeemInput = z.infer<typeof redeemInput>;

/** The first code's row, every row, and whether this call counted it. */
export const redeemAnswer = z.object({
  created: z.boolean(),
  redemption,
  redemptions: z.array(redemption),
});
export type RedeemAnswer = z.infer<typeof redeemAnswer>;
