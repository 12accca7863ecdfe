import { z } from 'zod';
import { amount } from './amount.js';

/** `POST /v1/redemptions/:id/refund-preview`: which units come back; `alreadyRefunded` units of the line went before. */
export const refundPreviewInput = z.object({
  lines: z
    .array(
      z.object({
        lineId: z.string().min(1).max(100),
        quantity: z.int().min(1).max(1_000_000),
        alreadyRefunded: z.int().min(0).max(1_000_000).nullish(),
      }),
    )
    .min(1)
    .max(500),
});
export type RefundPreviewInput = z.infer<typeof refundPreviewInput>;

/** What was really paid for those units, minor units: `amount = gross − discount`. */
export const refundPreviewAnswer = z.object({
  currency: z.string(),
  amount,
  lines: z.array(
    z.object({ lineId: z.string(), quantity: z.int(), gross: amount, discount: amount, amount }),
  ),
});
export type RefundPreviewAnswer = z.infer<typeof refundPreviewAnswer>;
