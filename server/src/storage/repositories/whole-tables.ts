import { sql } from 'kysely';
import type { Reader, WriteTransaction } from '../storage.js';
import { listTables, tableKeys } from '../table-keys.js';
import type { Tables } from '../tables.js';

/** A row of any table; both databases hold the same values. */
export type AnyRow = Readonly<Record<string, string | number | null>>;

const pageSize = 500;

/** Every row of a table in the order of its key, page by page. */
export async function* readTable(db: Reader, table: keyof Tables): AsyncGenerator<readonly AnyRow[]> {
  const keys = tableKeys[table];
  const key = sql.join(keys.map((column) => sql.ref(column)));
  let last: AnyRow | undefined;
  do {
    const after = last && sql`where (${key}) > (${sql.join(keys.map((column) => last?.[column]))})`;
    const page = sql<AnyRow>`select * from ${sql.table(table)} ${after ?? sql``} order by ${key} limit ${sql.lit(pageSize)}`;
    const { rows } = await page.execute(db);
    if (rows.length > 0) yield rows;
    last = rows.length < pageSize ? undefined : rows.at(-1);
  } while (last !== undefined);
}

/** Inserts rows as they are; all have the same columns. */
export async function insertRows(
  tx: WriteTransaction,
  table: keyof Tables,
  rows: readonly AnyRow[],
): Promise<void> {
  const names = Object.keys(rows[0] ?? {});
  const values = rows.map((row) => sql`(${sql.join(names.map((name) => row[name]))})`);
  const columns = sql.join(names.map((name) => sql.ref(name)));
  await sql`insert into ${sql.table(table)} (${columns}) values ${sql.join(values)}`.execute(tx);
}

/** The first table that holds a row, or `undefined`. */
export async function findFilledTable(db: Reader): Promise<keyof Tables | undefined> {
  for (const table of listTables()) {
    const { rows } = await sql`select 1 from ${sql.table(table)} limit 1`.execute(db);
    if (rows.length > 0) return table;
  }
  return undefined;
}

/** Tables of the database that this version does not know; those of the migrations are its own. */
export async function listUnknownTables(db: Reader): Promise<string[]> {
  const known = new Set<string>(listTables());
  const tables = await db.introspection.getTables();
  return tables.map(({ name }) => name).filter((name) => !known.has(name));
}
