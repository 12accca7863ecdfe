import { sql, type Kysely } from 'kysely';
import type { ColumnTypes } from './column-types.js';
import { createTable } from './create-table.js';

/** Files of codes that are being taken. */
export async function createCodeImports(db: Kysely<unknown>, types: ColumnTypes): Promise<void> {
  await createTable(db, types, {
    name: 'code_imports',
    columns: {
      workspace_id: 'key',
      id: 'key',
      state: 'text',
      lease_until: 'integer',
      created_at: 'integer',
    },
    primaryKey: ['workspace_id', 'id'],
    checks: { code_imports_state: sql<boolean>`state in ('running', 'published', 'discarded')` },
    rows: 'narrow',
  });
  await createTable(db, types, {
    name: 'imported_codes',
    columns: {
      workspace_id: 'key',
      import_id: 'key',
      discount_code_id: 'key',
      imported_uses: 'integer',
    },
    primaryKey: ['workspace_id', 'import_id', 'discount_code_id'],
    rows: 'narrow',
  });
}
