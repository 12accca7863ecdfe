import { z } from 'zod';
import { amount } from './amount.js';
import { figures } from './figures.js';
import { instant } from './instant.js';

export const redemptionStatus = z.enum(['locked', 'redeemed', 'released', 'expired', 'reversed']);
export const limitPolicy = z.enum(['honor', 'hold', 'strict']);

/** A line's share with its units: runs of equal unit shares, dearest first, that add up to `amount` (minor units). */
export const lineAllocation = z.object({
  lineId: z.string(),
  productId: z.union([z.string(), z.null()]),
  quantity: z.int(),
  unitAmount: amount,
  amount,
  unitShares: z.array(z.object({ units: z.int().min(1), amount })),
});

const instantOrNull = z.union([instant, z.null()]);

/** The ledger row of one code on one order. Amounts in minor units. */
export const redemption = figures.extend({
  /** `red_` + ULID. */
  id: z.string(),
  discountCodeId: z.string(),
  code: z.string(),
  ruleVersion: z.int(),
  orderId: z.string(),
  externalSource: z.string(),
  customerId: z.union([z.string(), z.null()]),
  status: redemptionStatus,
  limitPolicy,
  /** Counted above the cap because the lock was honoured. */
  overLimit: z.boolean(),
  /** Of `discountAmount` over the lines and their units. */
  allocations: z.array(lineAllocation),
  /** Module fee of the order, minor units; on the first code of the order. */
  feeAmount: amount,
  holdExpiresAt: instantOrNull,
  lockedAt: instantOrNull,
  redeemedAt: instantOrNull,
  releasedAt: instantOrNull,
  expiredAt: instantOrNull,
  reversedAt: instantOrNull,
  /** Whether a reversal gave the use back. */
  useRestored: z.boolean(),
  createdAt: instant,
  updatedAt: instant,
});
export type Redemption = z.infer<typeof redemption>;
export type LineAllocation = z.infer<typeof lineAllocation>;
