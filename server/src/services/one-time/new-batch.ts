import type { DiscountCodeRow } from '../../storage/repositories/discount-codes.js';
import type { StringBatchesTable } from '../../storage/one-time-tables.js';
import type { DiscountCodesTable } from '../../storage/tables.js';
import type { KindFields } from './kind-faults.js';

const defaultLength = 12;
const groupSize = 4;

/** The batch of a new rule, nothing of it generated. */
export function newBatch(
  rule: DiscountCodesTable,
  { count, prefix, length }: Pick<KindFields, 'count' | 'prefix' | 'length'>,
): StringBatchesTable {
  return {
    workspace_id: rule.workspace_id,
    discount_code_id: rule.id,
    prefix: prefix ?? null,
    groups: (length ?? defaultLength) / groupSize,
    total: count ?? 0,
    done: 0,
    lease_owner: null,
    lease_until: 0,
    created_at: rule.created_at,
  };
}

/** A new rule with its counters, as a read would answer it. */
export function newRow(rule: DiscountCodesTable, batch: StringBatchesTable | null): DiscountCodeRow {
  return {
    ...rule,
    uses_total: 0,
    holds_total: 0,
    strings_done: batch?.done ?? null,
    strings_total: batch?.total ?? null,
  };
}
