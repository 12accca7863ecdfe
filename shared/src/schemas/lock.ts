import { z } from 'zod';
import { cartQuestion } from './cart-input.js';
import { figures } from './figures.js';
import { redemption } from './redemption.js';
import { codesShape, customerShape } from './validate-input.js';

/** Which order of which shop system; unique together with the code. */
export const orderShape = {
  orderId: z.string().min(1).max(200),
  externalSource: z.string().min(1).max(50).nullish(),
};

/** `POST /v1/discount-codes/lock`: freeze the discount of an order that was submitted. */
export const lockInput = cartQuestion({
  shape: {
    ...codesShape,
    ...customerShape,
    ...orderShape,
    /** The signed quote of validate: a different amount now is a 409 `QUOTE_CHANGED`. */
    quote: z.string().max(8000).nullish(),
  },
  requires: ['code', 'codes'],
});
export type LockInput = z.infer<typeof lockInput>;

/** The order's figures over all its codes, the first code's row, and every row. */
export const lockAnswer = figures.extend({
  created: z.boolean(),
  redemption,
  redemptions: z.array(redemption),
});
export type LockAnswer = z.infer<typeof lockAnswer>;
