import { basisPointsToPercent } from '@hemat/shared';
import type { DiscountCode, DiscountCodeStatus } from '@hemat/shared/schemas';
import type { DiscountCodeRow } from '../storage/repositories/discount-codes.js';

/** A code as the wire shows it at `now` (epoch ms). */
export function presentDiscountCode(row: DiscountCodeRow, now: number): DiscountCode {
  return {
    id: row.id,
    code: row.kind === 'onetime' ? null : row.code,
    kind: row.kind,
    generation: generationOf(row),
    status: statusOf(row, now),
    name: row.name,
    description: row.description,
    title: row.title,
    type: row.type,
    value: valueOf(row),
    currency: row.currency,
    scope: row.scope,
    productIds: list(row.product_ids),
    tagFilter: list(row.tag_filter),
    minPurchaseAmount: row.min_purchase_amount,
    maxDiscountAmount: row.max_discount_amount,
    maxUsesTotal: row.max_uses_total,
    maxUsesPerCustomer: row.max_uses_per_customer,
    customerEligibility: row.customer_eligibility,
    regions: row.regions === null ? null : list(row.regions),
    // The column was written from the same list of classes.
    combinesWith: list(row.combines_with) as DiscountCode['combinesWith'],
    startsAt: toInstant(row.starts_at),
    expiresAt: toInstant(row.expires_at),
    active: row.active === 1,
    public: row.public === 1,
    limitPolicy: row.limit_policy,
    holdMinutes: row.hold_minutes,
    usesTotal: row.uses_total,
    holdsTotal: row.holds_total,
    // Written as a checked map of strings.
    metadata: JSON.parse(row.metadata) as Record<string, string>,
    version: row.version,
    createdAt: new Date(row.created_at).toISOString(),
    updatedAt: new Date(row.updated_at).toISOString(),
    archivedAt: toInstant(row.archived_at),
  };
}

/** Percent or minor units, by the row's type. */
export function valueOf(row: Pick<DiscountCodeRow, 'value_basis_points' | 'value_amount'>): number {
  return row.value_basis_points === null
    ? (row.value_amount ?? 0)
    : basisPointsToPercent(row.value_basis_points);
}

function generationOf(row: DiscountCodeRow): DiscountCode['generation'] {
  const { strings_done: done, strings_total: total } = row;
  if (done === null || total === null) return null;
  const unfinished = row.archived_at === null ? 'running' : 'stopped';
  return { status: done < total ? unfinished : 'done', done, total };
}

/** The list filters by the same order: archived, used up, expired, paused, scheduled, active. */
function statusOf(row: DiscountCodeRow, now: number): DiscountCodeStatus {
  if (row.archived_at !== null) return 'archived';
  if (row.uses_total >= (row.max_uses_total ?? Infinity)) return 'used_up';
  if (row.uses_total >= (row.strings_total ?? Infinity)) return 'used_up';
  if (row.expires_at !== null && row.expires_at <= now) return 'expired';
  if (row.active === 0) return 'paused';
  return row.starts_at !== null && row.starts_at > now ? 'scheduled' : 'active';
}

/** Written as a checked list of strings. */
function list(json: string): string[] {
  return JSON.parse(json) as string[];
}

function toInstant(epochMs: number | null): string | null {
  return epochMs === null ? null : new Date(epochMs).toISOString();
}
