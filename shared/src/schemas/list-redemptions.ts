import { z } from 'zod';
import { pageOf, pageQuery } from './page.js';
import { redemption, redemptionStatus } from './redemption.js';

/** `GET /v1/redemptions`: which rows of the ledger, newest first. `from` inclusive, `to` exclusive, by creation. */
export const listRedemptionsQuery = z.strictObject({
  status: redemptionStatus.optional(),
  /** A code in any spelling. */
  code: z.string().min(1).max(200).optional(),
  /** The shop's order id. */
  orderId: z.string().min(1).max(200).optional(),
  from: z.iso.datetime({ offset: true }).optional(),
  to: z.iso.datetime({ offset: true }).optional(),
  ...pageQuery,
});
export type ListRedemptionsQuery = z.infer<typeof listRedemptionsQuery>;

/** A page of the ledger. */
export const redemptionPage = pageOf(redemption);
