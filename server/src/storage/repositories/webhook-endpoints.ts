import { sql } from 'kysely';
import type { Reader, WriteTransaction } from '../storage.js';
import type { WebhookEndpointsTable } from '../webhook-tables.js';

/** An endpoint that has something to be sent. */
export type DueEndpoint = Pick<WebhookEndpointsTable, 'workspace_id' | 'id' | 'failing_since'>;

/** Every endpoint of a workspace, newest first. */
export function listWebhookEndpoints(db: Reader, workspaceId: string): Promise<WebhookEndpointsTable[]> {
  return db
    .selectFrom('webhook_endpoints')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .orderBy('id', 'desc')
    .execute();
}

export function findWebhookEndpoint(
  db: Reader,
  workspaceId: string,
  id: string,
): Promise<WebhookEndpointsTable | undefined> {
  return db
    .selectFrom('webhook_endpoints')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .executeTakeFirst();
}

/** The same, kept from changing until the write ends. */
export function takeWebhookEndpoint(
  tx: WriteTransaction,
  workspaceId: string,
  id: string,
): Promise<WebhookEndpointsTable | undefined> {
  return tx
    .selectFrom('webhook_endpoints')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

export async function insertWebhookEndpoint(tx: WriteTransaction, row: WebhookEndpointsTable): Promise<void> {
  await tx.insertInto('webhook_endpoints').values(row).execute();
}

export async function updateWebhookEndpoint(
  tx: WriteTransaction,
  { workspace_id, id, ...changes }: WebhookEndpointsTable,
): Promise<void> {
  await tx
    .updateTable('webhook_endpoints')
    .set(changes)
    .where('workspace_id', '=', workspace_id)
    .where('id', '=', id)
    .execute();
}

/** Stamps the first failure since the last success (epoch ms), or takes the stamp off with null. */
export async function markFailing(
  tx: WriteTransaction,
  { workspace_id, id }: Pick<WebhookEndpointsTable, 'workspace_id' | 'id'>,
  failingSince: number | null,
): Promise<void> {
  await tx
    .updateTable('webhook_endpoints')
    .set({ failing_since: failingSince })
    .where('workspace_id', '=', workspace_id)
    .where('id', '=', id)
    .where('failing_since', failingSince === null ? 'is not' : 'is', null)
    .execute();
}

export async function deleteWebhookEndpoint(
  tx: WriteTransaction,
  workspaceId: string,
  id: string,
): Promise<void> {
  await tx
    .deleteFrom('webhook_endpoints')
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .execute();
}

/** The active endpoints, in every workspace, that have something to be sent by `now`. */
export function listDueEndpoints(db: Reader, now: number): Promise<DueEndpoint[]> {
  return db
    .selectFrom('webhook_endpoints as e')
    .select(['e.workspace_id', 'e.id', 'e.failing_since'])
    .where('e.active', '=', 1)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('webhook_deliveries as d')
          .select(sql.lit(1).as('one'))
          .whereRef('d.workspace_id', '=', 'e.workspace_id')
          .whereRef('d.endpoint_id', '=', 'e.id')
          .where('d.status', '=', sql.lit('pending'))
          .where('d.due_at', '<=', now),
      ),
    )
    .execute();
}
