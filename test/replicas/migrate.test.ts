import { openStorage, type Storage } from '@hemat/server';
import { sql } from 'kysely';
import { afterEach, expect, it } from 'vitest';
import { freshDatabase } from '../support/fresh-database.js';

const opened: Storage[] = [];
const open = async (url: string) => {
  const storage = await openStorage(url);
  opened.push(storage);
  return storage;
};
afterEach(async () => {
  for (const storage of opened.splice(0)) await storage.close();
});

it('migrates an empty database once, however many replicas start on it', async () => {
  const url = await freshDatabase('migrate');
  const replicas = await Promise.all(Array.from({ length: 8 }, () => open(url)));
  const ran = await Promise.all(replicas.map((storage) => storage.migrate()));
  expect(ran.filter((names) => names.length > 0)).toHaveLength(1);
  for (const storage of replicas) expect(await storage.isReady()).toBe(true);
});

it('lets an older version start on a database that a newer one has migrated', async () => {
  const storage = await open(await freshDatabase('newer'));
  await storage.migrate();
  await sql`insert into kysely_migration (name, timestamp) values ('9999-tomorrow', '2027-01-01')`.execute(
    storage.reader,
  );
  expect(await storage.migrate()).toEqual([]);
  expect(await storage.isReady()).toBe(true);
});

it('is not ready while a migration has not run', async () => {
  const storage = await open(await freshDatabase('older'));
  expect(await storage.isReady()).toBe(false);
  await storage.migrate();
  await sql`delete from kysely_migration where name = (select max(name) from kysely_migration)`.execute(
    storage.reader,
  );
  expect(await storage.isReady()).toBe(false);
});
