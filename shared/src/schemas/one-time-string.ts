import { z } from 'zod';
import { pageOf, pageQuery } from './page.js';

/** Whether a string may still be used: `held` while an unpaid order holds it. */
export const oneTimeStringState = z.enum(['unused', 'held', 'used']);

/** A string of a batch of one-time codes. */
export const oneTimeString = z.object({
  /** In groups for reading; the blanks need not be typed. */
  code: z.string(),
  state: oneTimeStringState,
});
export type OneTimeString = z.infer<typeof oneTimeString>;

/** `GET /v1/discount-codes/:id/strings`: which strings, in the order they were generated. */
export const listOneTimeStringsQuery = z.strictObject({
  state: oneTimeStringState.optional(),
  ...pageQuery,
});
export type ListOneTimeStringsQuery = z.infer<typeof listOneTimeStringsQuery>;

/** A page of strings, in the order they were generated. */
export const oneTimeStringPage = pageOf(oneTimeString);
