import Database from 'better-sqlite3';
import { DatabaseInUseError } from '../database-in-use-error.js';
import { isBusy } from './sqlite-errors.js';

/**
 * Claims `path` for this server process until the answered function is called or the process ends, however it ends: the
 * operating system holds the lock, on a file beside the database, so that commands can still work on the database itself.
 * Throws a `DatabaseInUseError` where another server has it.
 */
export function takeServerLock(path: string): () => void {
  const lock = new Database(`${path}.serve-lock`, { timeout: 0 });
  try {
    lock.exec('begin exclusive');
  } catch (error) {
    lock.close();
    throw isBusy(error) ? new DatabaseInUseError(path) : error;
  }
  return () => lock.close();
}
