import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises';
import { isUndone, type Undone, type WriteTransaction } from '../storage.js';
import { UnavailableError } from '../unavailable-error.js';
import type { SqliteConnection } from './connection.js';
import { asUnavailable, isBusy } from './sqlite-errors.js';

/** Jobs that share commits. */
export interface WriteQueue {
  /** Runs `job` in the next commit and answers after it; see `Storage.write`. */
  write<Result>(job: Job<Result>): Promise<Result>;
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
 * Group commit on the one handle that writes: jobs that arrive in the same turn share one BEGIN IMMEDIATE, each in its own
 * savepoint, and are answered after COMMIT. A lock of another process is waited for between turns, never on the event loop.
 */
export function createWriteQueue(
  connection: SqliteConnection,
  tx: WriteTransaction,
  limits: WriteQueueLimits = defaults,
): WriteQueue {
  const waiting: Waiting[] = [];
  let draining: Promise<void> | undefined;
  let isClosed = false;

  async function drain(): Promise<void> {
    await nextTurn();
    while (waiting.length > 0) {
      if (await begin()) await commitTogether(connection, waiting.splice(0, limits.mostPerCommit));
      await nextTurn();
    }
    draining = undefined;
  }

  async function begin(): Promise<boolean> {
    for (let wait = shortestPause; waiting.length > 0; wait = Math.min(wait * 2, longestPause)) {
      try {
        connection.run('begin immediate');
        return true;
      } catch (error) {
        const given = isBusy(error) ? limits.longestWait : 0;
        while (waiting[0] !== undefined && performance.now() - waiting[0].since >= given) {
          waiting.shift()?.fail(asUnavailable(error));
        }
      }
      await pause(wait);
    }
    return false;
  }

  return {
    write: (job) => {
      if (isClosed) return Promise.reject(new UnavailableError('the database is closing'));
      if (waiting.length >= limits.mostWaiting) {
        return Promise.reject(new UnavailableError('too many writes are waiting'));
      }
      return new Promise((resolve, reject) => {
        waiting.push(waitingJob(job, tx, resolve, reject));
        draining ??= drain();
      });
    },
    close: async () => {
      isClosed = true;
      await draining;
    },
  };
}

function waitingJob<Result>(
  job: Job<Result>,
  tx: WriteTransaction,
  resolve: (result: Result) => void,
  reject: (error: unknown) => void,
): Waiting {
  return {
    since: performance.now(),
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

async function commitTogether(connection: SqliteConnection, jobs: readonly Waiting[]): Promise<void> {
  const settled: Settled[] = [];
  try {
    for (const job of jobs) settled.push(await runInSavepoint(connection, job));
    connection.run('commit');
  } catch (error) {
    if (connection.database.inTransaction) connection.run('rollback');
    for (const job of jobs) job.fail(asUnavailable(error));
    return;
  }
  for (const { tell } of settled) tell();
}

async function runInSavepoint(connection: SqliteConnection, job: Waiting): Promise<Settled> {
  connection.run('savepoint job');
  const settled = await job.run();
  // A full or broken disk ends the whole transaction: then nothing of this commit may be answered as done.
  if (!connection.database.inTransaction) throw new UnavailableError('the database gave the transaction up');
  if (!settled.keep) connection.run('rollback to job');
  connection.run('release job');
  return settled;
}
