import { sql, type Kysely } from 'kysely';
import type { Tables } from '../tables.js';
import type { ColumnTypes } from './column-types.js';
import { migrationsFor } from './migrations-for.js';

/** Whether the database answers and has run every migration. */
export async function isUpToDate(db: Kysely<Tables>, types: ColumnTypes): Promise<boolean> {
  try {
    const { rows } = await sql<{ name: string }>`select name from kysely_migration`.execute(db);
    const ran = new Set(rows.map(({ name }) => name));
    return Object.keys(migrationsFor(types)).every((name) => ran.has(name));
  } catch {
    return false;
  }
}
