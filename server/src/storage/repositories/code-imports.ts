import { sql } from 'kysely';
import type { CodeImportsTable } from '../import-tables.js';
import type { Reader, WriteTransaction } from '../storage.js';

/** Which file. */
export interface ImportKey {
  readonly workspaceId: string;
  readonly id: string;
}

export async function insertCodeImport(tx: WriteTransaction, row: CodeImportsTable): Promise<void> {
  await tx.insertInto('code_imports').values(row).execute();
}

/** Says that the file is still being taken; false where it was discarded meanwhile. */
export async function prolongCodeImport(
  tx: WriteTransaction,
  { workspaceId, id }: ImportKey,
  leaseUntil: number,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('code_imports')
    .set({ lease_until: leaseUntil })
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .where('state', '=', 'running')
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Gives every code of the file its counters, and so its existence, in one statement; false where the file was discarded. */
export async function publishCodeImport(
  tx: WriteTransaction,
  { workspaceId, id }: ImportKey,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('code_imports')
    .set({ state: 'published' })
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .where('state', '=', 'running')
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) return false;
  await sql`insert into discount_code_usage (workspace_id, discount_code_id, uses_total, holds_total, imported_uses)
    select workspace_id, discount_code_id, imported_uses, 0, imported_uses
    from imported_codes where workspace_id = ${workspaceId} and import_id = ${id}`.execute(tx);
  return true;
}

/** Ends a file that was not published; one that was stays so. */
export async function discardCodeImport(tx: WriteTransaction, { workspaceId, id }: ImportKey): Promise<void> {
  await tx
    .updateTable('code_imports')
    .set({ state: 'discarded' })
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .where('state', '=', 'running')
    .execute();
}

/** Files whose process has not been heard of until `now`, in every workspace. */
export function listOverdueImports(db: Reader, now: number): Promise<CodeImportsTable[]> {
  return db.selectFrom('code_imports').selectAll().where('lease_until', '<=', now).execute();
}

/** Removes some of what a file that has ended leaves: its codes where it was discarded, its list of them. Answers whether more is left. */
export async function clearCodeImport(
  tx: WriteTransaction,
  { workspaceId, id }: ImportKey,
  limit: number,
): Promise<boolean> {
  const file = await tx
    .selectFrom('code_imports')
    .select('state')
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (file === undefined || file.state === 'running') return false;
  const listed = await tx
    .selectFrom('imported_codes')
    .select('discount_code_id')
    .where('workspace_id', '=', workspaceId)
    .where('import_id', '=', id)
    .limit(limit)
    .execute();
  const ids = listed.map((row) => row.discount_code_id);
  if (ids.length > 0) await removeListed(tx, { workspaceId, id }, ids, file.state === 'discarded');
  if (ids.length === limit) return true;
  await tx.deleteFrom('code_imports').where('workspace_id', '=', workspaceId).where('id', '=', id).execute();
  return false;
}

async function removeListed(
  tx: WriteTransaction,
  { workspaceId, id }: ImportKey,
  ids: readonly string[],
  withCodes: boolean,
): Promise<void> {
  if (withCodes) {
    await tx
      .deleteFrom('discount_codes')
      .where('workspace_id', '=', workspaceId)
      .where('id', 'in', ids)
      .execute();
  }
  await tx
    .deleteFrom('imported_codes')
    .where('workspace_id', '=', workspaceId)
    .where('import_id', '=', id)
    .where('discount_code_id', 'in', ids)
    .execute();
}
