import { openStorage, type Storage } from '@hemat/server';
import { sql } from 'kysely';
import { afterEach, expect, it } from 'vitest';
import { migratorFor } from '../../server/src/storage/migrations/migrate-to-latest.js';
import { postgresColumnTypes } from '../../server/src/storage/postgres/column-types.js';
import { listTables } from '../../server/src/storage/table-keys.js';
import { UnavailableError } from '../../server/src/storage/unavailable-error.js';
import { freshDatabase } from '../support/fresh-database.js';
import { openReplicas } from './support/replicas.js';

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

it('gives a migration up that would keep writes waiting behind one that goes on and on, and nothing has run', async () => {
  const url = await freshDatabase('busy');
  const [storage, writer] = [await open(url), await open(url)];
  await migratorFor(storage.reader, postgresColumnTypes).migrateTo('0001-workspaces');
  let end = () => {};
  const ended = new Promise<void>((resolve) => (end = resolve));
  let lock = () => {};
  const locked = new Promise<void>((resolve) => (lock = resolve));
  const writing = writer.write(async (tx) => {
    await sql`lock table workspaces in row exclusive mode`.execute(tx);
    lock();
    await ended;
  });
  await locked;
  await expect(storage.migrate()).rejects.toBeInstanceOf(UnavailableError);
  const tables = async () => (await storage.reader.introspection.getTables()).map(({ name }) => name).sort();
  expect(await tables()).toEqual(['api_keys', 'workspaces']);
  end();
  await writing;
  expect((await storage.migrate()).length).toBeGreaterThan(1);
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

it('goes on answering while a newer version adds columns to what it has read before', async () => {
  const { service, all, close } = await openReplicas(2);
  const { id } = await service.makeCode({ code: 'BEFORE' });
  const [, other] = all;
  if (other === undefined) throw new Error('two replicas');
  const order = (orderId: string) => ({ orderId, code: 'BEFORE', currency: 'IDR', subtotal: 100_000 });
  const calls = (round: string) =>
    Array.from({ length: 20 }, (_, n) => [
      other.ask('GET', `/v1/discount-codes/${id}`),
      other.ask('GET', '/v1/discount-codes'),
      other.ask('POST', '/v1/discount-codes/redeem', { body: order(`${round}-${n}`) }),
      other.ask('PATCH', `/v1/discount-codes/${id}`, { body: { name: `${round} ${n}` } }),
    ]).flat();
  const statusesOf = async (round: string) => {
    const answers = await Promise.all(calls(round));
    return [...new Set(answers.map(({ status }) => status))].sort();
  };
  expect(await statusesOf('before')).toEqual([200, 201]);
  for (const table of listTables()) {
    await sql`alter table ${sql.table(table)} add column tomorrow text`.execute(service.deps.storage.reader);
  }
  expect(await statusesOf('after')).toEqual([200, 201]);
  expect((await other.ask('GET', `/v1/discount-codes/${id}`)).data.usesTotal).toBe(40);
  await close();
});
