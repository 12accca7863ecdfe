import { spawnSync } from 'node:child_process';
import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { openStorage } from '../../server/src/storage/open-storage.js';
import type { Storage } from '../../server/src/storage/storage.js';
import { isLongRun } from '../support/is-long-run.js';
import { bundleScript } from './support/bundle-script.js';
import { patience } from './support/counts.js';
import { faultDatabases } from './support/fault-databases.js';
import { makeHome } from './support/fault-home.js';

// A step is a statement; of the long run each, of every run each eighth and the last ones.
const stride = isLongRun ? 1 : 8;
const lastOnes = 4;

let script: string;
beforeAll(async () => {
  script = await bundleScript('test/faults/support/migrate-process.ts');
});

describe.each(faultDatabases)('on $name', ({ name, create, settle }) => {
  it(
    'leaves all migrations or none, killed before any statement, and the next start ends what was begun',
    async () => {
      const whole = await create();
      const statements = Number(migrate(whole).stdout);
      expect(statements).toBeGreaterThan(20);
      const schema = await describeSchema(whole, name);
      const steps = Array.from({ length: statements }, (_, n) => n + 1).filter(
        (n) => n % stride === 0 || n > statements - lastOnes,
      );
      for (const step of steps) {
        const url = await create();
        expect(migrate(url, step).signal).toBe('SIGKILL');
        await settle(url);
        const left = await describeSchema(url, name);
        const tables = left.filter((entry) => !entry.includes('kysely_migration'));
        expect([[], schema.filter((entry) => !entry.includes('kysely_migration'))]).toContainEqual(tables);
        await makeHome(url);
        expect(await describeSchema(url, name)).toEqual(schema);
      }
      console.info(`killed before ${steps.length} of ${statements} statements`);
    },
    patience,
  );
});

function migrate(url: string, killBefore?: number) {
  return spawnSync(process.execPath, [script, url, String(killBefore ?? '')], { encoding: 'utf8' });
}

/** One line a table, index and column. */
async function describeSchema(url: string, name: string): Promise<string[]> {
  const storage = await openStorage(url);
  try {
    return name === 'SQLite' ? await describeSqlite(storage) : await describePostgres(storage);
  } finally {
    await storage.close();
  }
}

async function describeSqlite({ reader }: Storage): Promise<string[]> {
  const { rows } = await sql<{ line: string }>`
    select type || ' ' || name || ': ' || coalesce(sql, '') as line from sqlite_schema order by line`.execute(
    reader,
  );
  return rows.map(({ line }) => line);
}

async function describePostgres({ reader }: Storage): Promise<string[]> {
  const { rows } = await sql<{ line: string }>`
    select table_name || '.' || column_name || ': ' || data_type || ' ' || is_nullable as line
      from information_schema.columns where table_schema = 'public'
    union all select indexdef from pg_indexes where schemaname = 'public'
    order by line`.execute(reader);
  return rows.map(({ line }) => line);
}
