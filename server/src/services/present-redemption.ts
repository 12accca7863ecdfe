import type { LineAllocation, Redemption } from '@hemat/shared/schemas';
import type { RedemptionsTable } from '../storage/tables.js';

/** A row of the ledger as the wire shows it. */
export function presentRedemption(row: RedemptionsTable): Redemption {
  return {
    id: row.id,
    discountCodeId: row.discount_code_id,
    code: row.code,
    ruleVersion: row.rule_version,
    orderId: row.external_ref,
    externalSource: row.external_source,
    customerId: row.customer_id,
    status: row.status,
    limitPolicy: row.limit_policy,
    overLimit: row.over_limit === 1,
    currency: row.currency,
    subtotal: row.subtotal,
    shippingAmount: row.shipping_amount,
    discountAmount: row.discount_amount,
    shippingDiscount: row.shipping_discount,
    total: row.total,
    allocations: storedAllocations(row),
    feeAmount: row.fee_amount,
    holdExpiresAt: toInstant(row.hold_expires_at),
    lockedAt: toInstant(row.locked_at),
    redeemedAt: toInstant(row.redeemed_at),
    releasedAt: toInstant(row.released_at),
    expiredAt: toInstant(row.expired_at),
    reversedAt: toInstant(row.reversed_at),
    useRestored: row.use_restored === 1,
    createdAt: new Date(row.created_at).toISOString(),
    updatedAt: new Date(row.updated_at).toISOString(),
  };
}

/** What each line and unit bears of the row's discount. */
export function storedAllocations(row: RedemptionsTable): LineAllocation[] {
  // Written from the rule core's own list.
  return JSON.parse(row.allocations) as LineAllocation[];
}

function toInstant(epochMs: number | null): string | null {
  return epochMs === null ? null : new Date(epochMs).toISOString();
}
