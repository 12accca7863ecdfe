import { z } from 'zod';
import { instant } from './instant.js';
import { pageOf, pageQuery } from './page.js';

/** Whether a string may still be used: `held` while an unpaid order holds it. */
export const oneTimeStringState = z.enum(['unused', 'held', 'used']);

/** A string of a batch of one-time codes. */
export const oneTimeString = z.object({
  /** In groups for reading; the blanks need not be typed. */
  code: z.string(),
  state: oneTimeStringState,
  /** The shop's order that used or holds it; null while it is unused. */
  orderId: z.union([z.string(), z.null()]),
  /** That order's row in the ledger. */
  redemptionId: z.union([z.string(), z.null()]),
  /** When it was used, or since when it is held. */
  takenAt: z.union([instant, z.null()]),
});
export type OneTimeString = z.infer<typeof oneTimeString>;

/** `GET /v1/discount-codes/:id/strings`: which strings, in the order they were generated. */
export const listOneTimeStringsQuery = z.strictObject({
  state: oneTimeStringState.optional(),
  /** One string in any spelling; no string where it is none of this batch. */
  code: z.string().min(1).max(200).optional(),
  ...pageQuery,
});
export type ListOneTimeStringsQuery = z.infer<typeof listOneTimeStringsQuery>;

/** A page of strings, in the order they were generated. */
export const oneTimeStringPage = pageOf(oneTimeString);
