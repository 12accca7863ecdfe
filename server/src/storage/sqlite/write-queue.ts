import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises';
import { isUndone, type Undone, type WriteOptions, type WriteTransaction } from '../storage.js';
import { UnavailableError } from '../unavailable-error.js';
import type { SqliteConnection } from './connection.js';
import { asUnavailable, isBusy } from './sqlite-errors.js';

/** Jobs that share commits. */
export interface WriteQueue {
  /** Runs `job` in the next commit and answers after it; see `Storage.write`. */
  write<Result>(job: Job<Result>, options?: WriteOptions): Promise<Result>;
  /** Takes no more jobs and answers once those it has are done. */
  close(): Promise<void>;
}

export interface WriteQueueLimits {
  readonly mostPerCommit: number;
  /** Jobs beyond this are refused at once. */
  readonly mostWaiting: number;
  /** How long a job waits for a lock that another process holds, ms. */
  readonly longestWait: number;
}

type Job<Result> = (tx: WriteTransaction) => Promise<Result | Undone<Result>>;

interface Waiting {
  readonly since: number;
  readonly mayRepeat: boolean;
  /** Runs the job and answers what is to be told once it is durable, and whether its writes stay. */
  run(): Promise<Settled>;
  fail(error: unknown): void;
}

interface Settled {
  readonly keep: boolean;
  tell(): void;
}

const defaults: WriteQueueLimits = { mostPerCommit: 128, mostWaiting: 4_096, longestWait: 5_000 };
const shortestPause = 2;
const longestPause = 50;

/**
 * Group commit on the one handle that writes: jobs that arrive in the same turn share one BEGIN IMMEDIATE, one after the other,
 * and are answered after COMMIT; one that fails is undone alone. A lock of another process is waited for between turns, never on
 * the event loop.
 */
export function createWriteQueue(
  connection: SqliteConnection,
  tx: WriteTransaction,
  limits: WriteQueueLimits = defaults,
): WriteQueue {
  const waiting: Waiting[] = [];
  let draining: Promise<void> | undefined;
  let isClosed = false;
  /** Where jobs were taken back in the last commit, some will be in the next. */
  let isApart = false;

  async function drain(): Promise<void> {
    await nextTurn();
    while (waiting.length > 0) {
      if (await begin(connection, waiting, limits.longestWait)) {
        const jobs = waiting.splice(0, limits.mostPerCommit);
        const allMayRepeat = jobs.every(({ mayRepeat }) => mayRepeat);
        isApart = await commitTogether(connection, jobs, isApart || !allMayRepeat);
      }
      await nextTurn();
    }
    draining = undefined;
  }

  return {
    write: (job, { mayRepeat = false } = {}) => {
      if (isClosed) return Promise.reject(new UnavailableError('the database is closing'));
      if (waiting.length >= limits.mostWaiting) {
        return Promise.reject(new UnavailableError('too many writes are waiting'));
      }
      return new Promise((resolve, reject) => {
        const { run, fail } = settleJob(job, tx, resolve, reject);
        waiting.push({ since: performance.now(), mayRepeat, run, fail });
        draining ??= drain();
      });
    },
    close: async () => {
      isClosed = true;
      await draining;
    },
  };
}

/** Begins a write; a job that has waited longer than `longestWait` (ms) for another process's lock is given up. */
async function begin(
  connection: SqliteConnection,
  waiting: Waiting[],
  longestWait: number,
): Promise<boolean> {
  for (let wait = shortestPause; waiting.length > 0; wait = Math.min(wait * 2, longestPause)) {
    try {
      connection.run('begin immediate');
      return true;
    } catch (error) {
      const given = isBusy(error) ? longestWait : 0;
      while (waiting[0] !== undefined && performance.now() - waiting[0].since >= given) {
        waiting.shift()?.fail(asUnavailable(error));
      }
    }
    await pause(wait);
  }
  return false;
}

function settleJob<Result>(
  job: Job<Result>,
  tx: WriteTransaction,
  resolve: (result: Result) => void,
  reject: (error: unknown) => void,
): Pick<Waiting, 'run' | 'fail'> {
  return {
    run: async () => {
      try {
        const answer = await job(tx);
        if (isUndone(answer)) return { keep: false, tell: () => resolve(answer.result) };
        return { keep: true, tell: () => resolve(answer) };
      } catch (error) {
        return { keep: false, tell: () => reject(error) };
      }
    },
    fail: reject,
  };
}

/**
 * Commits the jobs together and answers whether one of them was taken back. Savepoints copy every page that a job touches, so
 * without `isApart` the jobs go without; where one then has to be taken back, all run again, each in its own.
 */
async function commitTogether(
  connection: SqliteConnection,
  jobs: readonly Waiting[],
  isApart: boolean,
): Promise<boolean> {
  let settled: readonly Settled[];
  try {
    settled = isApart ? await runApart(connection, jobs) : await runInOne(connection, jobs);
    connection.run('commit');
  } catch (error) {
    if (connection.database.inTransaction) connection.run('rollback');
    for (const job of jobs) job.fail(asUnavailable(error));
    return isApart;
  }
  for (const { tell } of settled) tell();
  return settled.some(({ keep }) => !keep);
}

async function runInOne(connection: SqliteConnection, jobs: readonly Waiting[]): Promise<Settled[]> {
  const settled: Settled[] = [];
  for (const job of jobs) {
    const { keep, tell } = await runJob(connection, job);
    if (!keep) {
      connection.run('rollback');
      connection.run('begin immediate');
      return runApart(connection, jobs);
    }
    settled.push({ keep, tell });
  }
  return settled;
}

async function runApart(connection: SqliteConnection, jobs: readonly Waiting[]): Promise<Settled[]> {
  const settled: Settled[] = [];
  for (const job of jobs) {
    connection.run('savepoint job');
    const { keep, tell } = await runJob(connection, job);
    if (!keep) connection.run('rollback to job');
    connection.run('release job');
    settled.push({ keep, tell });
  }
  return settled;
}

/** A full or broken disk ends the whole transaction: then nothing of this commit may be answered as done. */
async function runJob(connection: SqliteConnection, job: Waiting): Promise<Settled> {
  const settled = await job.run();
  if (!connection.database.inTransaction) throw new UnavailableError('the database gave the transaction up');
  return settled;
}
