import { sql } from 'kysely';
import type { WriteTransaction } from '../storage.js';
import type { WebhookDeliveriesTable } from '../webhook-tables.js';

/** Which delivery. */
export type DeliveryKey = Pick<WebhookDeliveriesTable, 'workspace_id' | 'endpoint_id' | 'event_id'>;

/** What an attempt made of its delivery. */
export type DeliveryProgress = Pick<
  WebhookDeliveriesTable,
  'status' | 'failures' | 'due_at' | 'last_attempt_id' | 'updated_at'
>;

const rowsPerInsert = 500;

/** Queues deliveries; those that exist stay as they are. Answers whether one was new. */
export async function insertDeliveries(
  tx: WriteTransaction,
  rows: readonly WebhookDeliveriesTable[],
): Promise<boolean> {
  let isOneNew = false;
  for (let from = 0; from < rows.length; from += rowsPerInsert) {
    const { numInsertedOrUpdatedRows = 0n } = await tx
      .insertInto('webhook_deliveries')
      .values(rows.slice(from, from + rowsPerInsert))
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirstOrThrow();
    isOneNew ||= numInsertedOrUpdatedRows > 0n;
  }
  return isOneNew;
}

/** Up to `limit` deliveries of an endpoint that are due by `now`, longest due first, kept from every other worker until the write ends. */
export function lockDueDeliveries(
  tx: WriteTransaction,
  params: { workspaceId: string; endpointId: string; now: number; limit: number },
): Promise<WebhookDeliveriesTable[]> {
  return tx
    .selectFrom('webhook_deliveries')
    .selectAll()
    .where('workspace_id', '=', params.workspaceId)
    .where('endpoint_id', '=', params.endpointId)
    .where('status', '=', sql.lit('pending'))
    .where('due_at', '<=', params.now)
    .orderBy('due_at')
    .limit(params.limit)
    .forUpdate()
    .skipLocked()
    .execute();
}

/** Gives deliveries of one endpoint to `owner` until `until` (epoch ms). */
export async function leaseDeliveries(
  tx: WriteTransaction,
  params: {
    workspaceId: string;
    endpointId: string;
    eventIds: readonly string[];
    owner: string;
    until: number;
  },
): Promise<void> {
  await tx
    .updateTable('webhook_deliveries')
    .set({ lease_owner: params.owner, due_at: params.until })
    .where('workspace_id', '=', params.workspaceId)
    .where('endpoint_id', '=', params.endpointId)
    .where('event_id', 'in', params.eventIds)
    .execute();
}

/** Makes a delivery that `owner` has due at `now` again. */
export async function giveDeliveryBack(
  tx: WriteTransaction,
  { key, owner, now }: { key: DeliveryKey; owner: string; now: number },
): Promise<void> {
  await updateOne(tx, key)
    .set({ lease_owner: null, due_at: now })
    .where('status', '=', 'pending')
    .where('lease_owner', '=', owner)
    .execute();
}

/** Stores a failed attempt where `owner` still has the delivery; else somebody else goes on with it. */
export async function recordFailure(
  tx: WriteTransaction,
  { key, owner, progress }: { key: DeliveryKey; owner: string; progress: DeliveryProgress },
): Promise<void> {
  await updateOne(tx, key)
    .set({ ...progress, lease_owner: null, attempts: sql<number>`attempts + 1` })
    .where('status', '=', 'pending')
    .where('lease_owner', '=', owner)
    .execute();
}

/** Stores a successful attempt, whoever has the delivery by now. */
export async function recordSuccess(
  tx: WriteTransaction,
  { key, attemptId, now }: { key: DeliveryKey; attemptId: string; now: number },
): Promise<void> {
  await updateOne(tx, key)
    .set({
      status: 'sent',
      due_at: null,
      lease_owner: null,
      last_attempt_id: attemptId,
      attempts: sql<number>`attempts + 1`,
      updated_at: now,
    })
    .execute();
}

/** Ends what waits for an endpoint. */
export async function failPendingDeliveries(
  tx: WriteTransaction,
  { workspaceId, endpointId, now }: { workspaceId: string; endpointId: string; now: number },
): Promise<void> {
  await tx
    .updateTable('webhook_deliveries')
    .set({ status: 'failed', due_at: null, lease_owner: null, updated_at: now })
    .where('workspace_id', '=', workspaceId)
    .where('endpoint_id', '=', endpointId)
    .where('status', '=', sql.lit('pending'))
    .execute();
}

/** Queues a delivery again from the start of its schedule; one that waits stays as it is. Answers whether it was queued. */
export async function requeueDelivery(tx: WriteTransaction, key: DeliveryKey, now: number): Promise<boolean> {
  const { numUpdatedRows } = await updateOne(tx, key)
    .set({ status: 'pending', failures: 0, due_at: now, lease_owner: null, updated_at: now })
    .where('status', '<>', 'pending')
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

function updateOne(tx: WriteTransaction, { workspace_id, endpoint_id, event_id }: DeliveryKey) {
  return tx
    .updateTable('webhook_deliveries')
    .where('workspace_id', '=', workspace_id)
    .where('endpoint_id', '=', endpoint_id)
    .where('event_id', '=', event_id);
}
