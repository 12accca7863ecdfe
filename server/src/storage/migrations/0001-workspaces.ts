import type { Kysely } from 'kysely';
import type { ColumnTypes } from './column-types.js';

/** Workspaces and the keys that speak for them. */
export async function createWorkspaces(db: Kysely<unknown>, types: ColumnTypes): Promise<void> {
  await createWorkspacesTable(db, types);
  await createApiKeysTable(db, types);
}

async function createWorkspacesTable(db: Kysely<unknown>, types: ColumnTypes): Promise<void> {
  await db.schema
    .createTable('workspaces')
    .addColumn('id', types.key, (column) => column.primaryKey())
    .addColumn('slug', types.key, (column) => column.notNull().unique())
    .addColumn('name', types.text, (column) => column.notNull())
    .addColumn('plan', types.text, (column) => column.notNull())
    .addColumn('marketing_enabled', types.integer, (column) => column.notNull())
    .addColumn('default_currency', types.text, (column) => column.notNull())
    .addColumn('time_zone', types.text, (column) => column.notNull())
    .addColumn('rounding_increment', types.integer)
    .addColumn('allowed_origins', types.text, (column) => column.notNull())
    .addColumn('public_reasons', types.text, (column) => column.notNull())
    .addColumn('default_limit_policy', types.text, (column) => column.notNull())
    .addColumn('default_hold_minutes', types.integer, (column) => column.notNull())
    .addColumn('module_fee_basis_points', types.integer, (column) => column.notNull())
    .addColumn('version', types.integer, (column) => column.notNull())
    .addColumn('created_at', types.integer, (column) => column.notNull())
    .addColumn('updated_at', types.integer, (column) => column.notNull())
    .modifyEnd(types.wideTable)
    .execute();
}

async function createApiKeysTable(db: Kysely<unknown>, types: ColumnTypes): Promise<void> {
  await db.schema
    .createTable('api_keys')
    .addColumn('workspace_id', types.key, (column) => column.notNull().references('workspaces.id'))
    .addColumn('id', types.key, (column) => column.notNull())
    .addColumn('key_id', types.key, (column) => column.notNull())
    .addColumn('kind', types.text, (column) => column.notNull())
    .addColumn('name', types.text, (column) => column.notNull())
    .addColumn('scopes', types.text, (column) => column.notNull())
    .addColumn('secret_hash', types.key, (column) => column.unique())
    .addColumn('sealed_secret', types.text)
    .addColumn('created_at', types.integer, (column) => column.notNull())
    .addColumn('last_used_at', types.integer)
    .addColumn('revoked_at', types.integer)
    .addPrimaryKeyConstraint('api_keys_pk', ['workspace_id', 'id'])
    .modifyEnd(types.wideTable)
    .execute();
  await db.schema.createIndex('api_keys_by_key_id').on('api_keys').columns(['key_id']).execute();
}
