import { columns, statement } from '../statement.js';
import type { Reader, WriteTransaction } from '../storage.js';
import type { EventsTable } from '../tables.js';

const insert = statement((db, row: EventsTable) =>
  db.insertInto('events').values(columns(row, ['workspace_id', 'id', 'type', 'data', 'created_at'])),
);

/** Puts an event into the outbox, in the write of the effect it tells of. */
export async function insertEvent(tx: WriteTransaction, row: EventsTable): Promise<void> {
  await insert.run(tx, row);
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
