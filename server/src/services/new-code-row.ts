import { canonicalCode } from '@hemat/shared';
import type { CreateDiscountCodeInput } from '@hemat/shared/schemas';
import type { DiscountCodesTable } from '../storage/tables.js';
import type { CallDeps } from './deps.js';
import { mergeDiscountCode, type MergedDiscountCode } from './merge-discount-code.js';
import { kindFaults } from './one-time/kind-faults.js';

/** The row of a new code: the request's fields over the defaults, partly the workspace's; and every law that it breaks. */
export function newCodeRow(deps: CallDeps, input: CreateDiscountCodeInput): MergedDiscountCode {
  const { code: _, kind: __, count: ___, prefix: ____, length: _____, ...fields } = input;
  const { row, faults } = mergeDiscountCode(blankRow(deps, input), fields, deps.workspace.timeZone);
  return { row, faults: [...kindFaults(input), ...faults] };
}

/** A code as it stands before the request's fields are laid over it: the defaults, partly the workspace's. */
function blankRow(deps: CallDeps, { code, kind, type, value }: CreateDiscountCodeInput): DiscountCodesTable {
  const now = deps.now();
  const id = deps.newId('disc');
  const canonical = canonicalCode(code ?? '');
  return {
    workspace_id: deps.workspace.id,
    id,
    code: code ?? '',
    canonical_key: canonical.ok ? canonical.key : id,
    kind: kind ?? 'reusable',
    name: null,
    description: null,
    title: null,
    type,
    value_basis_points: null,
    value_amount: value,
    currency: null,
    scope: 'cart',
    product_ids: '[]',
    tag_filter: '[]',
    min_purchase_amount: null,
    max_discount_amount: null,
    max_uses_total: null,
    max_uses_per_customer: null,
    customer_eligibility: 'all',
    regions: null,
    combines_with: '[]',
    starts_at: null,
    expires_at: null,
    active: 1,
    public: 0,
    // Two unpaid orders must not both count on one string.
    limit_policy: kind === 'onetime' ? 'hold' : deps.workspace.defaultLimitPolicy,
    hold_minutes: deps.workspace.defaultHoldMinutes,
    metadata: '{}',
    version: 1,
    created_at: now,
    updated_at: now,
    archived_at: null,
  };
}
