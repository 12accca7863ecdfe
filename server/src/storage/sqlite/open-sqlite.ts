import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { Kysely } from 'kysely';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { isUpToDate } from '../migrations/is-up-to-date.js';
import { migrateToLatest } from '../migrations/migrate-to-latest.js';
import type { Storage, WriteTransaction } from '../storage.js';
import type { Tables } from '../tables.js';
import { backupFile } from './backup-file.js';
import { sqliteColumnTypes } from './column-types.js';
import { openConnection } from './connection.js';
import { sqliteDialect } from './dialect.js';
import { takeServerLock } from './server-lock.js';
import { createWriteQueue, type WriteQueueLimits } from './write-queue.js';

export interface OpenSqliteOptions {
  /** Refuses where another process serves the file, and keeps others from serving it. Default false. */
  readonly exclusive?: boolean;
  readonly limits?: WriteQueueLimits;
}

/** Opens (and makes, with its folder) the database file at `path`: one handle that writes, one that reads. */
export function openSqlite(path: string, options: OpenSqliteOptions = {}): Storage {
  mkdirSync(dirname(path), { recursive: true });
  const releaseLock = options.exclusive === true ? takeServerLock(path) : () => {};
  try {
    const opened = openHandles(path, options.limits);
    return {
      ...opened,
      freeze: async (job) => {
        const release = options.exclusive === true ? () => {} : takeServerLock(path);
        try {
          return await opened.write(job);
        } finally {
          release();
        }
      },
      close: async () => {
        await opened.close();
        releaseLock();
      },
    };
  } catch (error) {
    releaseLock();
    throw error;
  }
}

function openHandles(path: string, limits: WriteQueueLimits | undefined): Omit<Storage, 'freeze'> {
  const writing = openConnection(path, { mode: 'write', busyTimeout: 0 });
  const reading = openConnection(path, { mode: 'read', busyTimeout: 250 });
  const writer = new Kysely<Tables>({ dialect: sqliteDialect(writing) });
  const reader = new Kysely<Tables>({ dialect: sqliteDialect(reading) });
  // Only jobs of the queue get it, and the handle answers nobody outside of one.
  const queue = createWriteQueue(writing, writer as WriteTransaction, limits);
  return {
    reader,
    write: queue.write,
    // One process serves a file, and its writes come one after the other.
    claim: async () => true,
    rateLimiter: (limit) => new RateLimiterMemory({ ...limit }),
    migrate: () => migrateFile(path),
    isReady: () => isUpToDate(reader, sqliteColumnTypes),
    backup: (target) => backupFile(path, target),
    close: async () => {
      await queue.close();
      reading.database.close();
      writing.database.close();
    },
  };
}

async function migrateFile(path: string): Promise<readonly string[]> {
  const connection = openConnection(path, { mode: 'migrate', busyTimeout: 5_000 });
  const db = new Kysely<Tables>({ dialect: sqliteDialect(connection) });
  try {
    return await migrateToLatest(db, sqliteColumnTypes);
  } finally {
    await db.destroy();
  }
}
