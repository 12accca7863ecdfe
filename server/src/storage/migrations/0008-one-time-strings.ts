import { sql, type Kysely } from 'kysely';
import type { ColumnTypes } from './column-types.js';
import { createTable } from './create-table.js';

/** Batches of one-time codes: one rule, many strings, each good once. */
export async function createOneTimeStrings(db: Kysely<unknown>, types: ColumnTypes): Promise<void> {
  await createStringsTable(db, types);
  await createBatchesTable(db, types);
  await db.schema.alterTable('redemptions').addColumn('string_key', types.key).execute();
  await db.schema
    .createIndex('redemptions_by_string')
    .on('redemptions')
    .columns(['workspace_id', 'string_key'])
    .where(sql.ref('string_key'), 'is not', null)
    .execute();
}

async function createStringsTable(db: Kysely<unknown>, types: ColumnTypes): Promise<void> {
  await createTable(db, types, {
    name: 'one_time_strings',
    columns: {
      workspace_id: 'key',
      discount_code_id: 'key',
      position: 'integer',
      canonical_key: 'key',
      code: 'text',
      uses_total: 'integer',
      holds_total: 'integer',
    },
    primaryKey: ['workspace_id', 'discount_code_id', 'position'],
    unique: { one_time_strings_by_key: ['workspace_id', 'canonical_key'] },
    checks: {
      one_time_strings_once: sql<boolean>`uses_total >= 0 and holds_total >= 0 and uses_total + holds_total <= 1`,
    },
    // The rows are long for a table that lies in its key: a random key would move a page a string.
    rows: 'wide',
  });
  await db.schema
    .createIndex('one_time_strings_taken')
    .on('one_time_strings')
    .columns(['workspace_id', 'discount_code_id', 'position'])
    .where(sql<boolean>`uses_total + holds_total > 0`)
    .execute();
}

async function createBatchesTable(db: Kysely<unknown>, types: ColumnTypes): Promise<void> {
  await createTable(db, types, {
    name: 'string_batches',
    columns: {
      workspace_id: 'key',
      discount_code_id: 'key',
      prefix: 'text?',
      groups: 'integer',
      total: 'integer',
      done: 'integer',
      lease_owner: 'text?',
      lease_until: 'integer',
      created_at: 'integer',
    },
    primaryKey: ['workspace_id', 'discount_code_id'],
    checks: { string_batches_done: sql<boolean>`done between 0 and total` },
    rows: 'narrow',
  });
  await db.schema
    .createIndex('string_batches_unfinished')
    .on('string_batches')
    .columns(['created_at'])
    .where(sql<boolean>`done < total`)
    .execute();
}
