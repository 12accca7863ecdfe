import { z } from 'zod';
import { redemption, redemptionStatus } from './redemption.js';

/**
 * `POST /v1/redemptions/reconcile`: the orders of one shop system that were paid in `[from, to)`. An order that never had a
 * code may stand in the list; it is left out of the answer.
 */
export const reconcileInput = z.object({
  from: z.iso.datetime({ offset: true }),
  to: z.iso.datetime({ offset: true }),
  orderIds: z.array(z.string().min(1).max(200)).max(2000),
  externalSource: z.string().min(1).max(50).nullish(),
  /** Whether a paid order whose lock was never counted is counted now. Default true. */
  repair: z.boolean().nullish(),
});
export type ReconcileInput = z.infer<typeof reconcileInput>;

/** How the ledger and the shop's payments differ. */
export const reconcileAnswer = z.object({
  /** Paid, but not counted: `reason` says why it could not be repaired, `null` where it was not tried. */
  missed: z.array(
    z.object({
      orderId: z.string(),
      status: redemptionStatus,
      reason: z.union([z.string(), z.null()]),
    }),
  ),
  /** Counted in the period, but not among the paid orders. */
  extra: z.array(redemption),
  /** Counted by this call. */
  repaired: z.array(redemption),
});
export type ReconcileAnswer = z.infer<typeof reconcileAnswer>;
