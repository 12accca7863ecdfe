import { listDueHoldsOfCode } from '../../storage/repositories/holds.js';
import { takeOrder } from '../../storage/repositories/orders.js';
import { findRedemption } from '../../storage/repositories/redemptions.js';
import type { WriteTransaction } from '../../storage/storage.js';
import type { RedemptionsTable } from '../../storage/tables.js';
import type { Deps } from '../deps.js';
import { addSlots } from './move-slots.js';
import { moveString } from './move-string.js';
import { orderKeyOf } from './order-key.js';
import { recordChange, saveRow } from './save-row.js';
import { movesBetween } from './slots.js';

type ExpiryDeps = Pick<Deps, 'now' | 'newId'>;

const mostAtOnce = 100;

/** Whether a row holds a slot for longer than it was given. */
export function isHoldOver(row: RedemptionsTable, now: number): boolean {
  return row.status === 'locked' && row.hold_expires_at !== null && row.hold_expires_at <= now;
}

/** Gives back the slot of a hold that is over, of an order that was taken; answers the row as it is then. */
export async function expireHold(
  deps: ExpiryDeps,
  tx: WriteTransaction,
  before: RedemptionsTable,
): Promise<RedemptionsTable> {
  const now = deps.now();
  const next: RedemptionsTable = { ...before, status: 'expired', expired_at: now, updated_at: now };
  await saveRow(tx, { before, next });
  await recordChange(deps, tx, { kind: 'system', id: null }, { before, next });
  await moveString(tx, { before, next });
  for (const move of movesBetween(before, next)) await addSlots(tx, next, move);
  return next;
}

/** The same for rows whose orders were not taken yet; answers how many were still over then. */
export async function expireHolds(
  deps: ExpiryDeps,
  tx: WriteTransaction,
  rows: readonly RedemptionsTable[],
): Promise<number> {
  let expired = 0;
  for (const due of rows) {
    await takeOrder(tx, orderKeyOf(due), deps.now());
    const row = await findRedemption(tx, due.workspace_id, due.id);
    if (row === undefined || !isHoldOver(row, deps.now())) continue;
    await expireHold(deps, tx, row);
    expired += 1;
  }
  return expired;
}

/** Gives back the slots of a code's holds that are over, of one string where it has strings; answers whether there were any. */
export async function expireHoldsOfCode(
  deps: ExpiryDeps,
  tx: WriteTransaction,
  code: Pick<RedemptionsTable, 'workspace_id' | 'discount_code_id' | 'string_key'>,
): Promise<boolean> {
  const due = await listDueHoldsOfCode(tx, {
    workspaceId: code.workspace_id,
    discountCodeId: code.discount_code_id,
    stringKey: code.string_key,
    now: deps.now(),
    limit: mostAtOnce,
  });
  return (await expireHolds(deps, tx, due)) > 0;
}
