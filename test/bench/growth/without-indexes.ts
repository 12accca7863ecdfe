import { sql } from 'kysely';
import type { Storage } from '../../../server/src/storage/storage.js';

interface Index {
  readonly name: string;
  readonly made: string;
}

/** Runs `fill` while the tables lack the indexes that are not their keys: made at once after it, they cost a fraction. */
export async function withoutIndexes(
  storage: Storage,
  { isSqlite, tables }: { readonly isSqlite: boolean; readonly tables: readonly string[] },
  fill: () => Promise<void>,
): Promise<void> {
  const indexes = isSqlite ? await listOfSqlite(storage, tables) : await listOfPostgres(storage, tables);
  for (const { name } of indexes) await storage.write((tx) => sql`drop index ${sql.ref(name)}`.execute(tx));
  await fill();
  for (const { made } of indexes) await storage.write((tx) => sql.raw(made).execute(tx));
}

/** Those of keys and unique columns have no text of their own. */
async function listOfSqlite({ reader }: Storage, tables: readonly string[]): Promise<readonly Index[]> {
  const { rows } = await sql<Index>`select name, sql as made from sqlite_schema
    where type = 'index' and sql is not null and tbl_name in (${sql.join(tables)})`.execute(reader);
  return rows;
}

async function listOfPostgres({ reader }: Storage, tables: readonly string[]): Promise<readonly Index[]> {
  const { rows } = await sql<Index>`select indexname as name, indexdef as made from pg_indexes
    where schemaname = current_schema() and tablename in (${sql.join(tables)})
      and indexname not in (select conname from pg_constraint)`.execute(reader);
  return rows;
}
