import { sql, type Kysely } from 'kysely';
import { statement } from '../statement.js';
import type { Reader, WriteTransaction } from '../storage.js';
import type { DiscountCodesTable, Tables } from '../tables.js';
import { findOneTimeString } from './one-time-strings.js';

/** A code's rule with its counters. */
export type DiscountCodeRow = DiscountCodesTable & {
  readonly uses_total: number;
  readonly holds_total: number;
  /** How many strings a batch has and will have; null for any other code. */
  readonly strings_done: number | null;
  readonly strings_total: number | null;
};

/** What a change of the rule may touch. */
export type DiscountCodeChanges = Partial<
  Omit<
    DiscountCodesTable,
    'workspace_id' | 'id' | 'code' | 'canonical_key' | 'kind' | 'version' | 'created_at'
  >
>;

const byId = statement((db, params: { workspaceId: string; id: string }) =>
  withCounters(db)
    .where('discount_codes.workspace_id', '=', params.workspaceId)
    .where('discount_codes.id', '=', params.id),
);

const byKey = statement((db, params: { workspaceId: string; key: string }) =>
  withCounters(db)
    .where('discount_codes.workspace_id', '=', params.workspaceId)
    .where('discount_codes.canonical_key', '=', params.key),
);

const lock = statement((db, params: { workspaceId: string; id: string }) =>
  db
    .selectFrom('discount_codes')
    .select('id')
    .where('workspace_id', '=', params.workspaceId)
    .where('id', '=', params.id)
    .forUpdate(),
);

/** Public, active codes that have started and not ended, newest first. */
const publicNow = statement((db, params: { workspaceId: string; now: number; limit: number }) =>
  withCounters(db)
    .where('discount_codes.workspace_id', '=', params.workspaceId)
    .where('public', '=', sql.lit(1))
    .where('active', '=', sql.lit(1))
    .where((or) => or.or([or('starts_at', 'is', null), or('starts_at', '<=', params.now)]))
    .where((or) => or.or([or('expires_at', 'is', null), or('expires_at', '>', params.now)]))
    .orderBy('discount_codes.created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(params.limit),
);

/** A code's rule, its counters and how far the strings of a batch are, joined. */
export function withCounters(db: Kysely<Tables>) {
  return db
    .selectFrom('discount_codes')
    .innerJoin('discount_code_usage', (join) =>
      join
        .onRef('discount_code_usage.workspace_id', '=', 'discount_codes.workspace_id')
        .onRef('discount_code_usage.discount_code_id', '=', 'discount_codes.id'),
    )
    .leftJoin('string_batches', (join) =>
      join
        .onRef('string_batches.workspace_id', '=', 'discount_codes.workspace_id')
        .onRef('string_batches.discount_code_id', '=', 'discount_codes.id'),
    )
    .selectAll('discount_codes')
    .select([
      'discount_code_usage.uses_total',
      'discount_code_usage.holds_total',
      'string_batches.done as strings_done',
      'string_batches.total as strings_total',
    ]);
}

export function findDiscountCodeById(
  db: Reader,
  workspaceId: string,
  id: string,
): Promise<DiscountCodeRow | undefined> {
  return byId.find(db, { workspaceId, id });
}

/** Keeps the code as it is for the rest of this write; what is read of it then is its newest. */
export async function lockDiscountCode(tx: WriteTransaction, workspaceId: string, id: string): Promise<void> {
  await lock.list(tx, { workspaceId, id });
}

/** By its canonical key. */
export function findDiscountCodeByKey(
  db: Reader,
  workspaceId: string,
  key: string,
): Promise<DiscountCodeRow | undefined> {
  return byKey.find(db, { workspaceId, key });
}

/** Public, active codes that run at `now`, newest first, used up or not. */
export function listPublicDiscountCodes(
  db: Reader,
  params: { workspaceId: string; now: number; limit: number },
): Promise<DiscountCodeRow[]> {
  return publicNow.list(db, params);
}

/** Writes the code and its counters at zero; false where the workspace has a code or a one-time string with this key. */
export async function insertDiscountCode(tx: WriteTransaction, row: DiscountCodesTable): Promise<boolean> {
  if ((await findOneTimeString(tx, row.workspace_id, row.canonical_key)) !== undefined) return false;
  const inserted = await tx
    .insertInto('discount_codes')
    .values(row)
    .onConflict((conflict) => conflict.columns(['workspace_id', 'canonical_key']).doNothing())
    .returning('id')
    .executeTakeFirst();
  if (inserted === undefined) return false;
  const { workspace_id, id } = row;
  await tx
    .insertInto('discount_code_usage')
    .values({ workspace_id, discount_code_id: id, uses_total: 0, holds_total: 0 })
    .execute();
  return true;
}

/** Writes `changes`, steps the version and answers whether there was such a code. */
export async function updateDiscountCode(
  tx: WriteTransaction,
  workspaceId: string,
  id: string,
  changes: DiscountCodeChanges,
): Promise<boolean> {
  const updated = await tx
    .updateTable('discount_codes')
    .set({ ...changes, version: sql`version + 1` })
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .returning('id')
    .executeTakeFirst();
  return updated !== undefined;
}

/** Archives a code that is not archived yet; false where there is none. */
export async function archiveDiscountCode(
  tx: WriteTransaction,
  workspaceId: string,
  id: string,
  now: number,
): Promise<boolean> {
  const archived = await tx
    .updateTable('discount_codes')
    .set({ active: 0, archived_at: now, updated_at: now, version: sql`version + 1` })
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .where('archived_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return archived !== undefined;
}

/** How many of the keys are codes of the workspace, archived ones included. */
export async function countDiscountCodesByKey(
  db: Reader,
  workspaceId: string,
  keys: readonly string[],
): Promise<number> {
  const row = await db
    .selectFrom('discount_codes')
    .select((count) => count.fn.countAll<number>().as('codes'))
    .where('workspace_id', '=', workspaceId)
    .where('canonical_key', 'in', keys)
    .executeTakeFirst();
  return row?.codes ?? 0;
}
