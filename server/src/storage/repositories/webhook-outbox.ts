import type { Reader, WriteTransaction } from '../storage.js';
import type { EventsTable } from '../tables.js';
import type { WebhookEndpointsTable } from '../webhook-tables.js';

/** Whether an event waits to be handed out, in any workspace. */
export async function hasMarkedEvents(db: Reader): Promise<boolean> {
  const row = await db
    .selectFrom('events')
    .select('id')
    .where('for_webhooks', 'is not', null)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Up to `limit` events that wait to be handed out, in every workspace, oldest first, kept from every other worker until the write ends. */
export function lockMarkedEvents(
  tx: WriteTransaction,
  limit: number,
): Promise<Pick<EventsTable, 'workspace_id' | 'id' | 'type' | 'data'>[]> {
  return tx
    .selectFrom('events')
    .select(['workspace_id', 'id', 'type', 'data'])
    .where('for_webhooks', 'is not', null)
    .orderBy('id')
    .limit(limit)
    .forUpdate()
    .skipLocked()
    .execute();
}

/** Takes the mark off events of one workspace. */
export async function unmarkEvents(
  tx: WriteTransaction,
  workspaceId: string,
  ids: readonly string[],
): Promise<void> {
  await tx
    .updateTable('events')
    .set({ for_webhooks: null })
    .where('workspace_id', '=', workspaceId)
    .where('id', 'in', ids)
    .execute();
}

/** The active endpoints of a workspace, kept from being switched off until the write ends. */
export function listActiveEndpoints(
  tx: WriteTransaction,
  workspaceId: string,
): Promise<Pick<WebhookEndpointsTable, 'id' | 'event_types'>[]> {
  return tx
    .selectFrom('webhook_endpoints')
    .select(['id', 'event_types'])
    .where('workspace_id', '=', workspaceId)
    .where('active', '=', 1)
    .orderBy('id')
    .forShare()
    .execute();
}
