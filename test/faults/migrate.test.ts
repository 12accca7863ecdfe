import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { migrationsFor } from '../../server/src/storage/migrations/migrations-for.js';
import { sqliteColumnTypes } from '../../server/src/storage/sqlite/column-types.js';
import { openStorage } from '../../server/src/storage/open-storage.js';
import { tempFolder } from '../support/temp-folder.js';
import { spawnScript } from './support/spawn-script.js';

it('runs every migration once when three processes come at once', async () => {
  const url = `sqlite:${join(tempFolder('migrate'), 'hemat.db')}`;
  const scripts = [1, 2, 3].map(() => spawnScript('migrate-once.ts', url));
  await Promise.all(scripts.map(({ ended }) => ended));
  // Each script writes a list of names.
  const ran = scripts.map(({ output }) => JSON.parse(output()) as string[]);
  const all = Object.keys(migrationsFor(sqliteColumnTypes));
  expect(ran.filter((names) => names.length > 0)).toEqual([all]);
});

it('waits for a process that is just making the file instead of failing to start', async () => {
  const path = join(tempFolder('migrate'), 'hemat.db');
  const other = spawnScript('hold-new-file.ts', path);
  await vi.waitFor(() => expect(other.output()).toBe('held'), { timeout: 10_000 });
  const storage = await openStorage(`sqlite:${path}`);
  expect(await storage.migrate()).not.toEqual([]);
  await storage.close();
  await other.ended;
});
