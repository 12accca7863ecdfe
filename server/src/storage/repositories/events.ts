import { sql } from 'kysely';
import { columns, statement } from '../statement.js';
import type { Reader, WriteTransaction } from '../storage.js';
import type { EventsTable } from '../tables.js';

/** An event as its effect tells it. */
export type NewEvent = Omit<EventsTable, 'for_webhooks'>;

const told = ['workspace_id', 'id', 'type', 'data', 'created_at'] as const;

/** Whether there is anybody to tell is asked in the same statement: it costs no trip of its own. */
const insert = statement((db, row: NewEvent) =>
  db.insertInto('events').values((query) => ({
    ...columns(row, told),
    for_webhooks: query
      .selectFrom('webhook_endpoints')
      .select(sql.lit(1).as('one'))
      .where('workspace_id', '=', row.workspace_id)
      .where('active', '=', 1)
      .limit(1),
  })),
);

/** Puts an event into the outbox, in the write of the effect it tells of; marked where an endpoint is to be told. */
export async function insertEvent(tx: WriteTransaction, row: NewEvent): Promise<void> {
  await insert.send(tx, row);
}

/** Puts an event into the outbox that is handed out by whoever makes it. */
export async function insertUnmarkedEvent(tx: WriteTransaction, row: NewEvent): Promise<void> {
  await tx
    .insertInto('events')
    .values({ ...row, for_webhooks: null })
    .execute();
}

/** A page of a workspace's events, oldest first, after the event `afterId`. */
export function listEvents(
  db: Reader,
  { workspaceId, afterId = '', limit }: { workspaceId: string; afterId?: string; limit: number },
): Promise<EventsTable[]> {
  return db
    .selectFrom('events')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('id', '>', afterId)
    .orderBy('id')
    .limit(limit)
    .execute();
}
