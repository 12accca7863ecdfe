import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { Kysely, sql } from 'kysely';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { WriteTransaction } from '../storage.js';
import type { Tables } from '../tables.js';
import { UnavailableError } from '../unavailable-error.js';
import { openConnection, type SqliteConnection } from './connection.js';
import { sqliteDialect } from './dialect.js';
import { createWriteQueue, type WriteQueue, type WriteQueueLimits } from './write-queue.js';

let folder: string;
let foreign: Database.Database;
let connection: SqliteConnection;
let ran: string[];
let queue: WriteQueue;

const open = (limits?: WriteQueueLimits) => {
  connection = openConnection(join(folder, 'hemat.db'), { mode: 'write', busyTimeout: 0 });
  ran = [];
  const recorded = { ...connection, run: (text: string) => (ran.push(text), connection.run(text)) };
  const tx = new Kysely<Tables>({ dialect: sqliteDialect(recorded) }) as WriteTransaction;
  queue = createWriteQueue(recorded, tx, limits);
};
const insert = (n: number, mayRepeat = true) =>
  queue.write((tx) => sql`insert into kept values (${n})`.execute(tx), { mayRepeat });
const kept = () => foreign.prepare('select n from kept order by n').pluck().all();

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'write-queue-'));
  foreign = new Database(join(folder, 'hemat.db'));
  foreign.pragma('journal_mode = WAL');
  foreign.exec('create table kept (n integer primary key) strict');
});
afterEach(async () => {
  await queue.close();
  connection.database.close();
  foreign.close();
  rmSync(folder, { recursive: true });
});

it('commits the jobs of one turn together and answers after the commit', async () => {
  open();
  const answered: unknown[] = [];
  const jobs = [1, 2, 3].map(async (n) => {
    await insert(n);
    answered.push([n, kept()]);
  });
  await Promise.all(jobs);
  expect(ran).toEqual(['begin immediate', 'commit']);
  expect(answered).toEqual([1, 2, 3].map((n) => [n, [1, 2, 3]]));
});

/** Writes `n`; the second of them fails after its write. */
const failing = (tries: number[], mayRepeat: boolean) => (n: number) =>
  queue.write(
    async (tx) => {
      tries.push(n);
      await sql`insert into kept values (${n})`.execute(tx);
      if (n === 2) throw new Error('two');
    },
    { mayRepeat },
  );

it('runs the jobs of a turn again, each in a savepoint, when one of them fails; then also those of the next turn', async () => {
  open();
  const tries: number[] = [];
  const answers = await Promise.allSettled([1, 2, 3].map(failing(tries, true)));
  expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect([kept(), tries]).toEqual([
    [1, 3],
    [1, 2, 1, 2, 3],
  ]);
  await insert(4);
  expect(ran.slice(-4)).toEqual(['begin immediate', 'savepoint job', 'release job', 'commit']);
  await insert(5);
  expect(ran.slice(-2)).toEqual(['begin immediate', 'commit']);
});

it('runs no job twice that did not say it may', async () => {
  open();
  const tries: number[] = [];
  const others = [4, 5].map((n) => insert(n, true));
  const answers = await Promise.allSettled([1, 2, 3].map(failing(tries, false)));
  await Promise.all(others);
  expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect([kept(), tries]).toEqual([
    [1, 3, 4, 5],
    [1, 2, 3],
  ]);
});

it('splits more jobs than a commit may hold', async () => {
  open({ mostPerCommit: 2, mostWaiting: 100, longestWait: 1_000 });
  await Promise.all([1, 2, 3, 4, 5].map((n) => insert(n)));
  expect(ran.filter((text) => text === 'commit')).toHaveLength(3);
  expect(kept()).toEqual([1, 2, 3, 4, 5]);
});

it('refuses a job at once when too many wait', async () => {
  open({ mostPerCommit: 2, mostWaiting: 3, longestWait: 1_000 });
  const answers = await Promise.allSettled([1, 2, 3, 4, 5].map((n) => insert(n)));
  expect(answers.map(({ status }) => status)).toEqual([
    ...['fulfilled', 'fulfilled', 'fulfilled', 'rejected', 'rejected'],
  ]);
  expect(answers[4]).toMatchObject({ reason: { name: 'UnavailableError', retryAfterSeconds: 1 } });
});

it('waits for a foreign lock without holding up the event loop, and writes when it is gone', async () => {
  open();
  foreign.exec('begin immediate');
  const job = insert(1);
  const lags: number[] = [];
  for (const end = performance.now() + 300; performance.now() < end;) {
    const before = performance.now();
    await nextTurn();
    lags.push(performance.now() - before);
  }
  lags.sort((a, b) => a - b);
  expect(lags[Math.floor(lags.length * 0.99)]).toBeLessThan(50);
  foreign.exec('rollback');
  await job;
  expect(kept()).toEqual([1]);
});

it('gives a job up that has waited too long for a foreign lock, and goes on afterwards', async () => {
  open({ mostPerCommit: 10, mostWaiting: 100, longestWait: 60 });
  foreign.exec('begin immediate');
  await expect(insert(1)).rejects.toBeInstanceOf(UnavailableError);
  foreign.exec('rollback');
  await insert(2);
  expect(kept()).toEqual([2]);
});

it('rejects every job of a commit that fails, and keeps none', async () => {
  open();
  foreign.exec(`create table child (n integer references kept (n) deferrable initially deferred) strict`);
  const orphan = queue.write((tx) => sql`insert into child values (99)`.execute(tx));
  const answers = await Promise.allSettled([insert(1), orphan, insert(2)]);
  expect(answers.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
  expect(kept()).toEqual([]);
  await insert(3);
  expect(kept()).toEqual([3]);
});

it('refuses a query after its job has ended', async () => {
  open();
  const escaped = await queue.write(async (tx) => ({ tx }));
  await expect(sql`select 1`.execute(escaped.tx)).rejects.toThrow('after its job had ended');
});

it('finishes what it has when it closes, and takes no more', async () => {
  open();
  const job = insert(1);
  await queue.close();
  await job;
  await expect(insert(2)).rejects.toBeInstanceOf(UnavailableError);
});
