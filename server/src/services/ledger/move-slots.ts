import type { CapsRow } from '../../storage/repositories/code-facts.js';
import {
  addToCounters,
  addToCustomerCounters,
  moveCounters,
  moveCustomerCounters,
  type Counters,
} from '../../storage/repositories/counters.js';
import type { WriteTransaction } from '../../storage/storage.js';
import type { RedemptionsTable } from '../../storage/tables.js';
import type { SlotMove } from './slots.js';

/** A code without caps. */
export const noCaps: CapsRow = { max_uses_total: null, max_uses_per_customer: null };

/** The cap on one counter of a code; null: none. */
export function capOn({ customerId }: SlotMove, caps: CapsRow): number | null {
  return customerId === null ? caps.max_uses_total : caps.max_uses_per_customer;
}

/** Moves one counter of a row's code within `cap`; `undefined` where that forbids it. */
export function moveSlots(
  tx: WriteTransaction,
  row: RedemptionsTable,
  { customerId, ...moved }: SlotMove,
  cap: number | null,
): Promise<Counters | undefined> {
  const move = { ...codeOf(row), ...moved, cap };
  return customerId === null ? moveCounters(tx, move) : moveCustomerCounters(tx, { ...move, customerId });
}

/** The same without a cap, where nobody asks how far the counter went. */
export function addSlots(
  tx: WriteTransaction,
  row: RedemptionsTable,
  { customerId, ...moved }: SlotMove,
): Promise<void> {
  const move = { ...codeOf(row), ...moved };
  return customerId === null ? addToCounters(tx, move) : addToCustomerCounters(tx, { ...move, customerId });
}

function codeOf({ workspace_id, discount_code_id }: RedemptionsTable) {
  return { workspaceId: workspace_id, discountCodeId: discount_code_id };
}
