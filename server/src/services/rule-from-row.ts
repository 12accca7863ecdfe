import type { Discount, Rule } from '@hemat/shared';
import type { DiscountCodesTable } from '../storage/tables.js';

/** The rule behind a stored code. `roundingIncrement` is the workspace's. */
export function ruleFromRow(row: DiscountCodesTable, roundingIncrement: number | null): Rule {
  return {
    id: row.id,
    code: row.code,
    version: row.version,
    title: row.title,
    discount: discountOf(row),
    currency: row.currency,
    scope: row.scope,
    productIds: list(row.product_ids),
    tagFilter: list(row.tag_filter),
    minPurchaseAmount: row.min_purchase_amount,
    maxDiscountAmount: row.max_discount_amount,
    regions: row.regions === null ? null : list(row.regions),
    // Written from the same list of classes.
    combinesWith: list(row.combines_with) as Rule['combinesWith'],
    startsAt: row.starts_at,
    expiresAt: row.expires_at,
    customerEligibility: row.customer_eligibility,
    hasCustomerLimit: row.max_uses_per_customer !== null,
    roundingIncrement,
  };
}

function discountOf({ type, value_basis_points, value_amount }: DiscountCodesTable): Discount {
  return type === 'percent' || type === 'shipping_percent'
    ? { type, basisPoints: value_basis_points ?? 0 }
    : { type, amount: value_amount ?? 0 };
}

const nothing: readonly string[] = [];

/** Written as a checked list of strings. */
function list(json: string): readonly string[] {
  return json === '[]' ? nothing : (JSON.parse(json) as string[]);
}
