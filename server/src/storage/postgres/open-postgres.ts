import { randomUUID } from 'node:crypto';
import { Kysely, sql } from 'kysely';
import { Pool, TypeOverrides } from 'pg';
import { isUpToDate } from '../migrations/is-up-to-date.js';
import { migrateToLatest } from '../migrations/migrate-to-latest.js';
import { isUndone, type Storage, type Undone, type WriteTransaction } from '../storage.js';
import type { Tables } from '../tables.js';
import { UnavailableError } from '../unavailable-error.js';
import { postgresColumnTypes } from './column-types.js';
import { postgresDialect } from './dialect.js';
import { holdDatabase } from './hold-database.js';
import { isOvertaken } from './postgres-errors.js';
import { createRateLimiter } from './rate-limiter.js';

export interface OpenPostgresOptions {
  /** Connections of this process; on one hot row, more are slower. Default 10. */
  readonly mostConnections?: number;
  /** Jobs that may wait for a connection; more are refused at once. Default 4,096. */
  readonly mostWaiting?: number;
}

const int8 = 20;
/** After which the server ends a transaction in which its process does nothing, and frees what it holds, ms. */
const longestIdleWrite = 3_000;
/** How long a statement waits for a row; shorter, so that a process that stands still inherits no row that it waited for, ms. */
const longestLockWait = 2_000;
const mostTries = 5;

/** Opens the database at `url` (`postgres://…`, PostgreSQL 15 or newer). Throws where the server would not keep what it acknowledged. */
export async function openPostgres(url: string, options: OpenPostgresOptions = {}): Promise<Storage> {
  const { mostConnections = 10, mostWaiting = 4_096 } = options;
  const processName = `hemat ${randomUUID()}`;
  const types = new TypeOverrides();
  types.setTypeParser(int8, readSafeInteger);
  const pool = new Pool({
    connectionString: url,
    max: mostConnections,
    pipeline: true,
    connectionTimeoutMillis: 5_000,
    types,
    application_name: processName,
    idle_in_transaction_session_timeout: longestIdleWrite,
    lock_timeout: longestLockWait,
  });
  // An idle connection that breaks is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => {});
  const db = new Kysely<Tables>({ dialect: postgresDialect(pool) });
  try {
    await requireDurability(db);
  } catch (error) {
    await db.destroy();
    throw error;
  }
  return {
    reader: db,
    write: async (job) => {
      if (pool.waitingCount >= mostWaiting) throw new UnavailableError('too many writes are waiting');
      return writeAgainWhenOvertaken(db, job);
    },
    freeze: (job) =>
      writeOnce(db, async (tx) => {
        await holdDatabase(tx, processName);
        return job(tx);
      }),
    claim: takeClaim,
    rateLimiter: (limit) => createRateLimiter(pool, limit),
    migrate: () => migrateToLatest(db, postgresColumnTypes),
    isReady: () => isUpToDate(db, postgresColumnTypes),
    backup: () =>
      Promise.reject(new Error('back PostgreSQL up with its own tools: pg_dump or pg_basebackup')),
    close: () => db.destroy(),
  };
}

/** Runs `job` in one transaction, and again from its start where another transaction made the database undo it. */
async function writeAgainWhenOvertaken<Result>(
  db: Kysely<Tables>,
  job: (tx: WriteTransaction) => Promise<Result | Undone<Result>>,
): Promise<Result> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await writeOnce(db, job);
    } catch (error) {
      if (!isOvertaken(error) || tries === mostTries) throw error;
    }
  }
}

async function writeOnce<Result>(
  db: Kysely<Tables>,
  job: (tx: WriteTransaction) => Promise<Result | Undone<Result>>,
): Promise<Result> {
  let undone: Undone<Result> | undefined;
  try {
    return await db.transaction().execute(async (transaction) => {
      // A transaction is what may change rows; only jobs get one.
      const answer = await job(transaction as unknown as WriteTransaction);
      if (!isUndone(answer)) return answer;
      undone = answer;
      throw new Error('the job took its writes back');
    });
  } catch (error) {
    if (undone !== undefined) return undone.result;
    throw error;
  }
}

/** A lock that ends with its transaction, also where the process or its connection ends first. */
async function takeClaim(tx: WriteTransaction, name: string): Promise<boolean> {
  const lock = sql<{
    taken: boolean;
  }>`select pg_try_advisory_xact_lock(hashtextextended(${name}, 0)) as taken`;
  return (await lock.execute(tx)).rows[0]?.taken === true;
}

/** Refuses a server that acknowledges what a power cut can take back. */
async function requireDurability(db: Kysely<Tables>): Promise<void> {
  for (const setting of ['fsync', 'synchronous_commit', 'full_page_writes']) {
    const { rows } = await sql<{ value: string }>`select current_setting(${setting}) as value`.execute(db);
    if (rows[0]?.value === 'off') {
      throw new Error(`the PostgreSQL server has ${setting} = off; confirmed redemptions could be lost`);
    }
  }
}

function readSafeInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError('a stored number is beyond 2^53');
  return value;
}
