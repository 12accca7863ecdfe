import { sql } from 'kysely';
import type { Reader, WriteTransaction } from '../storage.js';
import type { EventsTable } from '../tables.js';
import type { WebhookAttemptsTable, WebhookDeliveriesTable } from '../webhook-tables.js';

export interface WebhookEventsQuery {
  readonly workspaceId: string;
  readonly limit: number;
  /** The last id of the page before. */
  readonly beforeId?: string | undefined;
  /** These four look at what was queued for an endpoint. */
  readonly type?: string | undefined;
  readonly status?: WebhookDeliveriesTable['status'] | undefined;
  readonly endpointId?: string | undefined;
  readonly discountCodeId?: string | undefined;
}

/** A page of a workspace's events, newest first. */
export async function listWebhookEventRows(db: Reader, query: WebhookEventsQuery): Promise<EventsTable[]> {
  const { type, status, endpointId, discountCodeId } = query;
  let rows = db.selectFrom('events').selectAll().where('workspace_id', '=', query.workspaceId);
  if ([type, status, endpointId, discountCodeId].every((filter) => filter === undefined)) {
    if (query.beforeId !== undefined) rows = rows.where('id', '<', query.beforeId);
    return rows.orderBy('id', 'desc').limit(query.limit).execute();
  }
  const ids = await listQueuedEventIds(db, query);
  return ids.length === 0 ? [] : rows.where('id', 'in', ids).orderBy('id', 'desc').execute();
}

async function listQueuedEventIds(db: Reader, query: WebhookEventsQuery): Promise<string[]> {
  const { beforeId, type, status, endpointId, discountCodeId } = query;
  let ids = db
    .selectFrom('webhook_deliveries')
    .select('event_id')
    .distinct()
    .where('workspace_id', '=', query.workspaceId);
  if (beforeId !== undefined) ids = ids.where('event_id', '<', beforeId);
  if (type !== undefined) ids = ids.where('event_type', '=', type);
  // As text of the query: the index of what is not sent is only taken where the planner sees the state.
  if (status !== undefined) ids = ids.where('status', '=', sql.lit(status));
  if (status !== undefined && status !== 'sent') ids = ids.where('status', '<>', sql.lit('sent'));
  if (discountCodeId !== undefined) ids = ids.where('discount_code_id', '=', discountCodeId);
  if (endpointId !== undefined) ids = ids.where('endpoint_id', '=', endpointId);
  const rows = await ids.orderBy('event_id', 'desc').limit(query.limit).execute();
  return rows.map(({ event_id }) => event_id);
}

/** One event of a workspace. */
export function findEvent(db: Reader, workspaceId: string, id: string): Promise<EventsTable | undefined> {
  return db
    .selectFrom('events')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .executeTakeFirst();
}

/** Events of one workspace by their ids. */
export function listEventsById(
  db: Reader,
  workspaceId: string,
  ids: readonly string[],
): Promise<EventsTable[]> {
  return db
    .selectFrom('events')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('id', 'in', ids)
    .execute();
}

/** What was queued of events, by event and endpoint. */
export function listDeliveriesOfEvents(
  db: Reader,
  workspaceId: string,
  eventIds: readonly string[],
): Promise<WebhookDeliveriesTable[]> {
  return db
    .selectFrom('webhook_deliveries')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('event_id', 'in', eventIds)
    .orderBy('event_id')
    .orderBy('endpoint_id')
    .execute();
}

/** Attempts by their ids. */
export function listAttemptsById(
  db: Reader,
  workspaceId: string,
  ids: readonly string[],
): Promise<WebhookAttemptsTable[]> {
  return db
    .selectFrom('webhook_attempts')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('id', 'in', ids)
    .execute();
}

/** Every attempt of an event, oldest first. */
export function listAttemptsOfEvent(
  db: Reader,
  workspaceId: string,
  eventId: string,
): Promise<WebhookAttemptsTable[]> {
  return db
    .selectFrom('webhook_attempts')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('event_id', '=', eventId)
    .orderBy('id')
    .execute();
}

export async function insertAttempt(tx: WriteTransaction, row: WebhookAttemptsTable): Promise<void> {
  await tx.insertInto('webhook_attempts').values(row).execute();
}
