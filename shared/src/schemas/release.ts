import { z } from 'zod';
import { orderShape } from './lock.js';
import { redemption } from './redemption.js';

/** `POST /v1/discount-codes/release`: the order was cancelled before it was paid. */
export const releaseInput = z.object(orderShape);
export type ReleaseInput = z.infer<typeof releaseInput>;

/** `released` is true when this call did it, false when it had been done before. */
export const releaseAnswer = z.object({
  released: z.boolean(),
  redemption,
  redemptions: z.array(redemption),
});
export type ReleaseAnswer = z.infer<typeof releaseAnswer>;
