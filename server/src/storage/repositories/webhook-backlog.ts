import { sql } from 'kysely';
import type { Reader } from '../storage.js';

/** How many wait, and since when the first of them (epoch ms; null where none does). */
export interface Waiting {
  readonly count: number;
  readonly since: number | null;
}

/** Deliveries of every workspace that are due by `now` and that no worker has; counts up to `most`. */
export async function countDueDeliveries(db: Reader, now: number, most: number): Promise<Waiting> {
  const due = db
    .selectFrom('webhook_deliveries')
    .select('due_at')
    .where('status', '=', sql.lit('pending'))
    .where('due_at', '<=', now)
    .orderBy('due_at')
    .limit(most);
  return db
    .selectFrom(due.as('due'))
    .select(({ fn }) => [fn.countAll<number>().as('count'), fn.min<number | null>('due_at').as('since')])
    .executeTakeFirstOrThrow();
}

/** Events of every workspace that were not handed out to the endpoints yet; counts up to `most`. */
export async function countMarkedEvents(db: Reader, most: number): Promise<Waiting> {
  const marked = db
    .selectFrom('events')
    .select('created_at')
    .where('for_webhooks', 'is not', null)
    .orderBy('id')
    .limit(most);
  return db
    .selectFrom(marked.as('marked'))
    .select(({ fn }) => [fn.countAll<number>().as('count'), fn.min<number | null>('created_at').as('since')])
    .executeTakeFirstOrThrow();
}
