import { sql } from 'kysely';
import { columns, statement } from '../statement.js';
import type { Reader, WriteTransaction } from '../storage.js';
import type { WorkspacesTable } from '../tables.js';

const byId = statement((db, params: { id: string }) =>
  db.selectFrom('workspaces').selectAll().where('id', '=', params.id),
);

const lock = statement((db, params: { id: string }) =>
  db.selectFrom('workspaces').selectAll().where('id', '=', params.id).forUpdate(),
);

const bySlug = statement((db, params: { slug: string }) =>
  db.selectFrom('workspaces').selectAll().where('slug', '=', params.slug),
);

const insert = statement((db, row: WorkspacesTable) =>
  db
    .insertInto('workspaces')
    .values(
      columns(row, [
        'id',
        'slug',
        'name',
        'plan',
        'marketing_enabled',
        'default_currency',
        'time_zone',
        'rounding_increment',
        'allowed_origins',
        'public_reasons',
        'default_limit_policy',
        'default_hold_minutes',
        'order_url_template',
        'module_fee_basis_points',
        'version',
        'created_at',
        'updated_at',
      ]),
    )
    .onConflict((conflict) => conflict.doNothing())
    .returning('id'),
);

export function findWorkspaceById(db: Reader, id: string): Promise<WorkspacesTable | undefined> {
  return byId.find(db, { id });
}

export function findWorkspaceBySlug(db: Reader, slug: string): Promise<WorkspacesTable | undefined> {
  return bySlug.find(db, { slug });
}

/** The workspace as it stands and stays for the rest of this write. */
export function lockWorkspace(tx: WriteTransaction, id: string): Promise<WorkspacesTable | undefined> {
  return lock.find(tx, { id });
}

/** Every workspace, by id. */
export function listWorkspaces(db: Reader): Promise<WorkspacesTable[]> {
  return db.selectFrom('workspaces').selectAll().orderBy('id').execute();
}

/** False where the id or the slug is taken. */
export async function insertWorkspace(tx: WriteTransaction, row: WorkspacesTable): Promise<boolean> {
  return (await insert.find(tx, row)) !== undefined;
}

/** Writes `changes`, steps the version and answers the row; `undefined` where there is none. A taken slug throws. */
export function updateWorkspace(
  tx: WriteTransaction,
  id: string,
  changes: Partial<Omit<WorkspacesTable, 'id' | 'version' | 'created_at'>>,
): Promise<WorkspacesTable | undefined> {
  return tx
    .updateTable('workspaces')
    .set({ ...changes, version: sql`version + 1` })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirst();
}
