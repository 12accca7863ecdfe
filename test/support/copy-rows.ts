import { sql, type RawBuilder } from 'kysely';
import type { Storage } from '../../server/src/storage/storage.js';
import type { Tables } from '../../server/src/storage/tables.js';

const perWrite = 250_000;

/** Writes `count` copies of a row in the database itself, numbered `at` from 1, where the named columns differ. */
export async function copyRows<Name extends keyof Tables & string>(
  storage: Storage,
  table: Name,
  { row, count }: { readonly row: object; readonly count: number },
  differs: { readonly [Column in keyof Tables[Name]]?: RawBuilder<unknown> },
): Promise<void> {
  const values = Object.entries({ ...row, ...differs }).map(([name, value]) => ({
    name: sql.ref(name),
    value: isExpression(value) ? value : sql.lit(value),
  }));
  for (let first = 1; first <= count; first += perWrite) {
    const last = Math.min(first + perWrite - 1, count);
    await storage.write((tx) =>
      sql`insert into ${sql.table(table)} (${sql.join(values.map(({ name }) => name))})
        with recursive n (at) as (select ${sql.lit(first)} union all select at + 1 from n where at < ${sql.lit(last)})
        select ${sql.join(values.map(({ value }) => value))} from n`.execute(tx),
    );
  }
}

function isExpression(value: unknown): value is RawBuilder<unknown> {
  return typeof value === 'object' && value !== null;
}
