import { canonicalCode } from '@hemat/shared';
import { codeFaults, type CreateDiscountCodeInput, type DiscountCode } from '@hemat/shared/schemas';
import { insertDiscountCode } from '../storage/repositories/discount-codes.js';
import type { DiscountCodesTable } from '../storage/tables.js';
import type { CallDeps } from './deps.js';
import { mergeDiscountCode } from './merge-discount-code.js';
import { done, refused, type Outcome } from './outcome.js';
import { presentDiscountCode } from './present-discount-code.js';
import { recordCodeChange } from './record-code-change.js';
import { refuseInvalid } from './refuse-invalid.js';
import { writeOutcome } from './write-outcome.js';

/** Makes a code; `CODE_EXISTS` where the workspace has one with the same canonical key, archived ones included. */
export async function createDiscountCode(
  deps: CallDeps,
  input: CreateDiscountCodeInput,
): Promise<Outcome<DiscountCode>> {
  const { code, kind: _, ...fields } = input;
  const { row, faults } = mergeDiscountCode(blankRow(deps, input), fields, deps.workspace.timeZone);
  const all = [...codeFaults(code).map((fault) => ({ ...fault, code: 'custom' })), ...faults];
  if (all.length > 0) return refuseInvalid(all);
  return writeOutcome(deps.storage, async (tx) => {
    if (!(await insertDiscountCode(tx, row))) return refused({ code: 'CODE_EXISTS', field: 'code' });
    const after = presentDiscountCode({ ...row, uses_total: 0, holds_total: 0 }, row.created_at);
    await recordCodeChange(tx, deps, { type: 'discount_code.created', before: null, after });
    return done(after);
  });
}

/** A code as it stands before the request's fields are laid over it: the defaults, partly the workspace's. */
function blankRow(deps: CallDeps, { code, type, value }: CreateDiscountCodeInput): DiscountCodesTable {
  const now = deps.now();
  const canonical = canonicalCode(code);
  return {
    workspace_id: deps.workspace.id,
    id: deps.newId('disc'),
    code,
    canonical_key: canonical.ok ? canonical.key : '',
    kind: 'reusable',
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
    limit_policy: deps.workspace.defaultLimitPolicy,
    hold_minutes: deps.workspace.defaultHoldMinutes,
    metadata: '{}',
    version: 1,
    created_at: now,
    updated_at: now,
    archived_at: null,
  };
}
