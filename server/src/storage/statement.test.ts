import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openStorage } from './open-storage.js';
import { columns, statement } from './statement.js';
import type { Storage } from './storage.js';
import type { EventsTable } from './tables.js';

let folder: string;
let storage: Storage;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'statement-'));
  storage = await openStorage(`sqlite:${join(folder, 'hemat.db')}`);
  await storage.migrate();
});
afterAll(async () => {
  await storage.close();
  rmSync(folder, { recursive: true });
});

type Row = Omit<EventsTable, 'for_webhooks'>;
const event = (id: string, type: string): Row => ({
  workspace_id: 'usr_1',
  id,
  type,
  data: '{}',
  created_at: 1,
});
let built = 0;
const insert = statement((db, row: Row) => {
  built += 1;
  return db.insertInto('events').values(columns(row, ['workspace_id', 'id', 'type', 'data', 'created_at']));
});
const byType = statement((db, params: { type: string; limit: number }) =>
  db.selectFrom('events').select('id').where('type', '=', params.type).orderBy('id').limit(params.limit),
);

it('is compiled once and runs with the values of each call', async () => {
  const changed = await storage.write(async (tx) => [
    await insert.run(tx, event('evt_1', 'a')),
    await insert.run(tx, event('evt_2', 'b')),
    await insert.run(tx, event('evt_3', 'a')),
  ]);
  expect([changed, built]).toEqual([[1, 1, 1], 1]);
  expect(await byType.list(storage.reader, { type: 'a', limit: 9 })).toEqual([
    { id: 'evt_1' },
    { id: 'evt_3' },
  ]);
  expect(await byType.find(storage.reader, { type: 'a', limit: 1 })).toEqual({ id: 'evt_1' });
  expect(await byType.find(storage.reader, { type: 'c', limit: 1 })).toBeUndefined();
});

it('takes a parameter wherever a value may stand, more than once, beside constants', async () => {
  const both = statement((db, params: { id: string }) =>
    db
      .selectFrom('events')
      .select(sql<string>`${params.id} || '/' || ${params.id} || ${'!'}`.as('told'))
      .where('id', '=', params.id)
      .where('created_at', '=', 1),
  );
  expect(await both.list(storage.reader, { id: 'evt_2' })).toEqual([{ told: 'evt_2/evt_2!' }]);
});

it('tells of a value that a database cannot hold', async () => {
  // The type forbids it; a row out of foreign hands may still carry it.
  const bad = { type: {} as string, limit: 1 };
  await expect(byType.find(storage.reader, bad)).rejects.toThrow(TypeError);
});
