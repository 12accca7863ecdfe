import { columns, statement } from '../statement.js';
import type { Reader, WriteTransaction } from '../storage.js';
import type { RedemptionsTable } from '../tables.js';
import type { OrderKey } from './orders.js';

/** What never changes of a redemption. */
const fixed = [
  'workspace_id',
  'id',
  'discount_code_id',
  'code',
  'string_key',
  'external_source',
  'external_ref',
  'created_at',
] as const;

/** What changes with its status. */
const changing = [
  'rule_version',
  'customer_id',
  'status',
  'limit_policy',
  'over_limit',
  'currency',
  'subtotal',
  'shipping_amount',
  'discount_amount',
  'shipping_discount',
  'total',
  'allocations',
  'position',
  'fee_amount',
  'hold_expires_at',
  'locked_at',
  'redeemed_at',
  'redeemed_day',
  'released_at',
  'expired_at',
  'reversed_at',
  'use_restored',
  'updated_at',
] as const;

const insert = statement((db, row: RedemptionsTable) =>
  db.insertInto('redemptions').values({ ...columns(row, fixed), ...columns(row, changing) }),
);

const replace = statement((db, row: RedemptionsTable & { previousStatus: RedemptionsTable['status'] }) =>
  db
    .updateTable('redemptions')
    .set(columns(row, changing))
    .where('workspace_id', '=', row.workspace_id)
    .where('id', '=', row.id)
    .where('status', '=', row.previousStatus),
);

const ofOrder = statement((db, params: OrderKey) =>
  db
    .selectFrom('redemptions')
    .selectAll()
    .where('workspace_id', '=', params.workspaceId)
    .where('external_source', '=', params.externalSource)
    .where('external_ref', '=', params.externalRef)
    .orderBy('position')
    .orderBy('id'),
);

const byId = statement((db, params: { workspaceId: string; id: string }) =>
  db
    .selectFrom('redemptions')
    .selectAll()
    .where('workspace_id', '=', params.workspaceId)
    .where('id', '=', params.id),
);

export async function insertRedemption(tx: WriteTransaction, row: RedemptionsTable): Promise<void> {
  await insert.send(tx, row);
}

/** Writes what of a redemption can change; false where its status is no longer `previousStatus`. */
export async function replaceRedemption(
  tx: WriteTransaction,
  row: RedemptionsTable,
  previousStatus: RedemptionsTable['status'],
): Promise<boolean> {
  return (await replace.run(tx, { ...row, previousStatus })) === 1;
}

/** Every row of one order, in the order of its codes. */
export function listOrderRedemptions(db: Reader, order: OrderKey): Promise<RedemptionsTable[]> {
  return ofOrder.list(db, order);
}

export function findRedemption(
  db: Reader,
  workspaceId: string,
  id: string,
): Promise<RedemptionsTable | undefined> {
  return byId.find(db, { workspaceId, id });
}

/** Whether a code has ever been locked or redeemed. */
export async function hasRedemptions(
  db: Reader,
  workspaceId: string,
  discountCodeId: string,
): Promise<boolean> {
  const row = await db
    .selectFrom('redemptions')
    .select('id')
    .where('workspace_id', '=', workspaceId)
    .where('discount_code_id', '=', discountCodeId)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
