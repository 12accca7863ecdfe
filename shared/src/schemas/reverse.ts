import { z } from 'zod';
import { redemption } from './redemption.js';

/** `POST /v1/redemptions/:id/reverse`: the order was refunded. */
export const reverseInput = z.object({ restoreUse: z.boolean().nullish() });
export type ReverseInput = z.infer<typeof reverseInput>;

/** `reversed` is true when this call did it, false when it had been done before. */
export const reverseAnswer = z.object({ reversed: z.boolean(), redemption });
export type ReverseAnswer = z.infer<typeof reverseAnswer>;
