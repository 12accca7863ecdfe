import type { Kysely } from 'kysely';
import type { ColumnTypes } from './column-types.js';
import { createTable } from './create-table.js';

/** Workspaces and the keys that speak for them. */
export async function createWorkspaces(db: Kysely<unknown>, types: ColumnTypes): Promise<void> {
  await createWorkspacesTable(db, types);
  await createApiKeysTable(db, types);
}

async function createWorkspacesTable(db: Kysely<unknown>, types: ColumnTypes): Promise<void> {
  await createTable(db, types, {
    name: 'workspaces',
    columns: {
      id: 'key',
      slug: 'key',
      name: 'text',
      plan: 'text',
      marketing_enabled: 'integer',
      default_currency: 'text',
      time_zone: 'text',
      rounding_increment: 'integer?',
      allowed_origins: 'text',
      public_reasons: 'text',
      default_limit_policy: 'text',
      default_hold_minutes: 'integer',
      module_fee_basis_points: 'integer',
      version: 'integer',
      created_at: 'integer',
      updated_at: 'integer',
    },
    primaryKey: ['id'],
    unique: { workspaces_by_slug: ['slug'] },
    rows: 'wide',
  });
}

async function createApiKeysTable(db: Kysely<unknown>, types: ColumnTypes): Promise<void> {
  await createTable(db, types, {
    name: 'api_keys',
    columns: {
      workspace_id: 'key',
      id: 'key',
      key_id: 'key',
      kind: 'text',
      name: 'text',
      scopes: 'text',
      secret_hash: 'key?',
      sealed_secret: 'text?',
      created_at: 'integer',
      last_used_at: 'integer?',
      revoked_at: 'integer?',
    },
    primaryKey: ['workspace_id', 'id'],
    unique: { api_keys_by_secret_hash: ['secret_hash'] },
    references: { workspace_id: 'workspaces.id' },
    rows: 'wide',
  });
  await db.schema.createIndex('api_keys_by_key_id').on('api_keys').columns(['key_id']).execute();
}
