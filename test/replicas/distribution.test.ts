import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openStorage, type Storage } from '@hemat/server';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { listTables, tableKeys } from '../../server/src/storage/table-keys.js';
import { freshDatabase } from '../support/fresh-database.js';
import { root } from '../support/temp-folder.js';

// A table can be spread by workspace where every unique key holds the workspace; the guide names the others as copied everywhere.
const guide = readFileSync(join(root, 'docs/operators/citus.md'), 'utf8');
const named = (call: string) =>
  [...guide.matchAll(new RegExp(`${call}\\('(\\w+)'`, 'g'))].map(([, name]) => name);
const spread = named('create_distributed_table');
const copied = named('create_reference_table');
const kept = ['rate_limits'];

let storage: Storage;
beforeAll(async () => {
  storage = await openStorage(await freshDatabase('distribution'));
  await storage.migrate();
});
afterAll(() => storage.close());

it('names every table once', () => {
  expect([...spread, ...copied, ...kept].sort(), 'docs/operators/citus.md').toEqual(listTables().sort());
});

it('says of each table what its primary key is', async () => {
  const { rows } = await sql<{ table: string; columns: string[] }>`
    select tables.relname as table, array_agg(columns.attname::text order by place) as columns
    from pg_index join pg_class as tables on tables.oid = indrelid, unnest(indkey) with ordinality as key(number, place)
      join pg_attribute as columns on columns.attnum = key.number
    where indisprimary and columns.attrelid = indrelid and relnamespace = 'public'::regnamespace
    group by tables.relname`.execute(storage.reader);
  const found = Object.fromEntries(rows.map(({ table, columns }) => [table, columns]));
  for (const table of listTables()) expect([table, found[table]]).toEqual([table, tableKeys[table]]);
});

it('spreads no table of which a unique key leaves the workspace out', async () => {
  const { rows } = await sql<{ table: string; index: string }>`
    select tables.relname as table, indexes.relname as index
    from pg_index join pg_class as tables on tables.oid = indrelid join pg_class as indexes on indexes.oid = indexrelid
    where indisunique and tables.relnamespace = 'public'::regnamespace and not exists (
      select from pg_attribute where attrelid = indrelid and attname = 'workspace_id' and attnum = any(indkey)
    )`.execute(storage.reader);
  expect(rows.filter(({ table }) => spread.includes(table))).toEqual([]);
  for (const table of spread)
    expect(Object.entries(tableKeys).find(([name]) => name === table)?.[1]).toContain('workspace_id');
});

it('lets no row of a copied table refer to a spread one', async () => {
  const { rows } = await sql<{ from: string; to: string }>`
    select conrelid::regclass::text as from, confrelid::regclass::text as to from pg_constraint where contype = 'f'`.execute(
    storage.reader,
  );
  expect(rows.length).toBeGreaterThan(0);
  expect(rows.filter(({ from, to }) => copied.includes(from) && spread.includes(to))).toEqual([]);
});
