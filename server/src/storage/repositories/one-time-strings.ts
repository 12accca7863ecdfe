import { sql } from 'kysely';
import { statement } from '../statement.js';
import type { Reader, WriteTransaction } from '../storage.js';
import type { OneTimeStringsTable } from '../one-time-tables.js';

/** What became of a string. */
export type StringState = 'unused' | 'held' | 'used';

/** Which string, and how its one slot moves. */
export interface StringMove {
  readonly workspaceId: string;
  readonly key: string;
  /** Added to the uses. */
  readonly uses: number;
  /** Added to the holds. */
  readonly holds: number;
}

export interface StringQuery {
  readonly workspaceId: string;
  readonly discountCodeId: string;
  /** The place the page before ended at; 0 for the first. */
  readonly after: number;
  readonly limit: number;
  readonly state?: StringState | undefined;
  /** Canonical. */
  readonly key?: string | undefined;
}

const byKey = statement((db, params: { workspaceId: string; key: string }) =>
  db
    .selectFrom('one_time_strings')
    .selectAll()
    .where('workspace_id', '=', params.workspaceId)
    .where('canonical_key', '=', params.key),
);

/** The sum never rises above one: a string is good once, whatever the limit policy. */
const move = statement((db, params: StringMove) =>
  db
    .updateTable('one_time_strings')
    .set({ uses_total: sql`uses_total + ${params.uses}`, holds_total: sql`holds_total + ${params.holds}` })
    .where('workspace_id', '=', params.workspaceId)
    .where('canonical_key', '=', params.key)
    .where(sql`uses_total + holds_total + ${params.uses} + ${params.holds}`, '<=', sql.lit(1)),
);

export function findOneTimeString(
  db: Reader,
  workspaceId: string,
  key: string,
): Promise<OneTimeStringsTable | undefined> {
  return byKey.find(db, { workspaceId, key });
}

/** Writes the strings that no string of the workspace equals; answers how many. */
export async function insertOneTimeStrings(
  tx: WriteTransaction,
  rows: readonly OneTimeStringsTable[],
): Promise<number> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('one_time_strings')
    .values(rows)
    .onConflict((conflict) => conflict.columns(['workspace_id', 'canonical_key']).doNothing())
    .executeTakeFirst();
  return Number(numInsertedOrUpdatedRows ?? 0n);
}

/** A page of a batch, in the order it was generated. */
export function listOneTimeStrings(db: Reader, query: StringQuery): Promise<OneTimeStringsTable[]> {
  let rows = db
    .selectFrom('one_time_strings')
    .selectAll()
    .where('workspace_id', '=', query.workspaceId)
    .where('discount_code_id', '=', query.discountCodeId)
    .where('position', '>', query.after);
  if (query.key !== undefined) rows = rows.where('canonical_key', '=', query.key);
  // What the index of the taken ones is made of.
  if (query.state === 'used' || query.state === 'held') {
    rows = rows.where(sql<boolean>`uses_total + holds_total > 0`);
    rows = rows.where(query.state === 'used' ? 'uses_total' : 'holds_total', '>', 0);
  }
  if (query.state === 'unused') rows = rows.where('uses_total', '=', 0).where('holds_total', '=', 0);
  return rows.orderBy('position').limit(query.limit).execute();
}

/** Moves a string's slot in one guarded statement; false where the string has none left. */
export async function moveOneTimeString(tx: WriteTransaction, moved: StringMove): Promise<boolean> {
  return (await move.run(tx, moved)) === 1;
}
