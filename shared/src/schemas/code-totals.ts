import { z } from 'zod';
import { amount } from './amount.js';

/** `GET /v1/stats/discount-codes`: up to 100 ids, joined with commas. */
export const codeTotalsQuery = z.strictObject({
  ids: z
    .string()
    .min(1)
    .max(10_000)
    .transform((joined) => joined.split(',').filter((id) => id !== ''))
    .refine((ids) => ids.length <= 100, { message: 'has more than 100 ids' }),
});
export type CodeTotalsQuery = z.infer<typeof codeTotalsQuery>;

/** What a code has given away since it was made, in one currency; minor units. A reversal takes its order out. */
export const codeTotals = z.object({
  discountCodeId: z.string(),
  currency: z.string(),
  /** Paid orders, not reversed. */
  orders: z.int(),
  discountAmount: amount,
  shippingDiscount: amount,
});
export type CodeTotals = z.infer<typeof codeTotals>;

/** One for each code and currency that was paid in; a code without a paid order, or of another workspace, has none. */
export const codeTotalsList = z.object({ items: z.array(codeTotals) });
export type CodeTotalsList = z.infer<typeof codeTotalsList>;
