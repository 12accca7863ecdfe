import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { DatabaseInUseError } from '../database-in-use-error.js';
import { migrationsFor } from '../migrations/migrations-for.js';
import { openStorage } from '../open-storage.js';
import type { Storage } from '../storage.js';
import { sqliteColumnTypes } from './column-types.js';
import { openConnection } from './connection.js';

const migrations = Object.keys(migrationsFor(sqliteColumnTypes));

let folder: string;
let path: string;
let opened: Storage[];
const open = async (options = {}) => {
  const storage = await openStorage(`sqlite:${path}`, options);
  opened.push(storage);
  return storage;
};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'open-sqlite-'));
  path = join(folder, 'deep/hemat.db');
  opened = [];
});
afterEach(async () => {
  await Promise.all(opened.map((storage) => storage.close()));
  rmSync(folder, { recursive: true });
});

it('writes with FULL in WAL on every handle, also after statements', () => {
  const connection = openConnection(join(folder, 'a.db'), { mode: 'migrate', busyTimeout: 0 });
  connection.run('create table t (n integer) strict');
  const read = (name: string): unknown => connection.database.pragma(name, { simple: true });
  expect(['journal_mode', 'synchronous', 'foreign_keys', 'trusted_schema'].map(read)).toEqual([
    'wal',
    2,
    1,
    0,
  ]);
  connection.database.close();
});

it('refuses a database that does not keep its journal mode', () => {
  expect(() => openConnection(':memory:', { mode: 'migrate', busyTimeout: 0 })).toThrow(
    'SQLite did not keep journal_mode = wal',
  );
});

it('is not ready before it is migrated', async () => {
  const storage = await open();
  expect(await storage.isReady()).toBe(false);
  expect(await storage.migrate()).toEqual(migrations);
  expect(await storage.isReady()).toBe(true);
});

it('lets one server have a file, and commands beside it', async () => {
  const server = await open({ exclusive: true });
  await server.migrate();
  await expect(openStorage(`sqlite:${path}`, { exclusive: true })).rejects.toBeInstanceOf(DatabaseInUseError);
  const command = await open();
  await command.write((tx) => sql`delete from events`.execute(tx));
  await server.close();
  await open({ exclusive: true });
});

it('keeps its reader from writing', async () => {
  const storage = await open();
  await storage.migrate();
  await expect(sql`delete from events`.execute(storage.reader)).rejects.toThrow('readonly');
});

it('backs up what was committed, to a file that was not there', async () => {
  const storage = await open();
  await storage.migrate();
  const copy = join(folder, 'copy.db');
  await storage.backup(copy);
  const restored = new Database(copy, { readonly: true });
  expect(restored.pragma('integrity_check', { simple: true })).toBe('ok');
  expect(restored.prepare('select count(*) from kysely_migration').pluck().get()).toBe(migrations.length);
  restored.close();
  await expect(storage.backup(copy)).rejects.toThrow('exists already');
  expect(existsSync(copy)).toBe(true);
});

it('finishes a backup of one moment while writes go on', async () => {
  const storage = await open();
  await storage.write((tx) => sql`create table filler (n integer primary key, text text) strict`.execute(tx));
  const insert = () =>
    storage.write((tx) => sql`insert into filler (text) values (hex(randomblob(1000)))`.execute(tx));
  for (let n = 0; n < 1_000; n += 100) await Promise.all(Array.from({ length: 100 }, insert));
  let isDone = false;
  const copy = join(folder, 'moment.db');
  const backup = storage.backup(copy).finally(() => {
    isDone = true;
  });
  let written = 1_000;
  while (!isDone) {
    await insert();
    written += 1;
  }
  await backup;
  expect(written).toBeGreaterThan(1_001);
  const restored = new Database(copy, { readonly: true });
  expect(restored.pragma('integrity_check', { simple: true })).toBe('ok');
  expect(restored.prepare('select count(*) from filler').pluck().get()).toBe(1_000);
  restored.close();
});

it('answers which database a URL must name', async () => {
  await expect(openStorage('mysql://x')).rejects.toThrow('begins with sqlite:');
});
