import { z } from 'zod';
import { amount, totalAmount } from './amount.js';
import { cartQuestion } from './cart-input.js';
import { instantInput } from './instant.js';
import { wireReason } from './reason.js';
import { customerShape } from './validate-input.js';

/** A past or imagined order. Without `placedAt` the code counts as running; without a customer, as one that it is for. */
const simulatedCart = cartQuestion({ shape: { ...customerShape, placedAt: instantInput.nullish() } });

/** `POST /v1/discount-codes/:id/simulate`: carts in the order they were placed, at most 500. */
export const simulateInput = z.strictObject({ carts: z.array(simulatedCart).min(1).max(500) });
export type SimulateInput = z.infer<typeof simulateInput>;

/** What a code would have cost, minor units; the caps count from the first cart on, as if the code were new and active. */
export const simulateAnswer = z.object({
  /** One a cart, in the order given. */
  carts: z.array(
    z.object({
      applies: z.boolean(),
      /** Why not; null where the code applies. */
      reason: z.union([wireReason, z.null()]),
      discountAmount: amount,
      shippingDiscount: amount,
      total: totalAmount,
    }),
  ),
  /** One a currency. */
  totals: z.array(
    z.object({
      currency: z.string(),
      carts: z.int(),
      /** Carts that the code applies to. */
      applied: z.int(),
      discountAmount: z.int(),
      shippingDiscount: z.int(),
      /** Of all carts, with and without the code. */
      totalBefore: z.int(),
      totalAfter: z.int(),
    }),
  ),
});
export type SimulateAnswer = z.infer<typeof simulateAnswer>;
