import type { CapsRow } from '../../storage/repositories/code-facts.js';
import { moveCounters, moveCustomerCounters, type Counters } from '../../storage/repositories/counters.js';
import type { WriteTransaction } from '../../storage/storage.js';
import type { RedemptionsTable } from '../../storage/tables.js';
import type { SlotMove } from './slots.js';

/** A code without caps. */
export const noCaps: CapsRow = { max_uses_total: null, max_uses_per_customer: null };

/** Moves one counter of a row's code within `caps`; `undefined` where they forbid it. */
export function moveSlots(
  tx: WriteTransaction,
  row: RedemptionsTable,
  { customerId, uses, holds }: SlotMove,
  caps: CapsRow,
): Promise<Counters | undefined> {
  const move = { workspaceId: row.workspace_id, discountCodeId: row.discount_code_id, uses, holds };
  return customerId === null
    ? moveCounters(tx, { ...move, cap: caps.max_uses_total })
    : moveCustomerCounters(tx, { ...move, customerId, cap: caps.max_uses_per_customer });
}
