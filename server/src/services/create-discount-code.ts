import { canonicalCode } from '@hemat/shared';
import type { CreateDiscountCodeInput, DiscountCode } from '@hemat/shared/schemas';
import { insertDiscountCode } from '../storage/repositories/discount-codes.js';
import { insertStringBatch } from '../storage/repositories/string-batches.js';
import type { StringBatchesTable } from '../storage/one-time-tables.js';
import type { WriteTransaction } from '../storage/storage.js';
import type { DiscountCodesTable } from '../storage/tables.js';
import type { CallDeps } from './deps.js';
import { mergeDiscountCode } from './merge-discount-code.js';
import { makeStrings, storeStrings } from './one-time/generate-strings.js';
import { kindFaults } from './one-time/kind-faults.js';
import { newBatch, newRow } from './one-time/new-batch.js';
import { done, refused, type Outcome } from './outcome.js';
import { presentDiscountCode } from './present-discount-code.js';
import { recordCodeChange } from './record-code-change.js';
import { refuseInvalid } from './refuse-invalid.js';
import { writeOutcome } from './write-outcome.js';

/** Batches up to this size are whole when the call answers. */
const mostAtOnce = 100;

/** Makes a code, or a batch, a large one of which is generated in the background; `CODE_EXISTS` where the workspace has one with the same canonical key, archived ones included. */
export async function createDiscountCode(
  deps: CallDeps,
  input: CreateDiscountCodeInput,
): Promise<Outcome<DiscountCode>> {
  const { code: _, kind, count, prefix, length, ...fields } = input;
  const { row, faults } = mergeDiscountCode(blankRow(deps, input), fields, deps.workspace.timeZone);
  const all = [...kindFaults({ code: input.code, kind, count, prefix, length }), ...faults];
  if (all.length > 0) return refuseInvalid(all);
  const batch = kind === 'onetime' ? newBatch(row, { count, prefix, length }) : null;
  return writeOutcome(deps.storage, async (tx) => {
    if (!(await insertDiscountCode(tx, row))) return refused({ code: 'CODE_EXISTS', field: 'code' });
    const made = batch === null ? null : await startBatch(deps, tx, batch);
    if (made?.ok === false) return made;
    const after = presentDiscountCode(newRow(row, made?.value ?? null), row.created_at);
    await recordCodeChange(tx, deps, { type: 'discount_code.created', before: null, after });
    return done(after);
  });
}

async function startBatch(
  deps: CallDeps,
  tx: WriteTransaction,
  batch: StringBatchesTable,
): Promise<Outcome<StringBatchesTable>> {
  const isSmall = batch.total <= mostAtOnce;
  const started = isSmall ? { ...batch, done: batch.total } : batch;
  await insertStringBatch(tx, started);
  const isStored = !isSmall || (await storeStrings(tx, makeStrings(deps, batch, batch.total)));
  // One chance in millions: somebody has a string that was drawn.
  return isStored ? done(started) : refused({ code: 'UNAVAILABLE' });
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
