import Database from 'better-sqlite3';
import { UnavailableError } from '../unavailable-error.js';

/** Whether another connection holds the lock that was asked for. */
export function isBusy(error: unknown): boolean {
  return codeOf(error).startsWith('SQLITE_BUSY');
}

/** Turns what the world does to a database (a lock, a full or broken disk) into an `UnavailableError`; the rest stays. */
export function asUnavailable(error: unknown): unknown {
  const code = codeOf(error);
  const [, kind = ''] = code.split('_');
  const why = causes[kind];
  return why === undefined ? error : new UnavailableError(`${why} (${code})`, { cause: error });
}

const causes: Readonly<Record<string, string>> = {
  BUSY: 'the database is locked by another process',
  LOCKED: 'the database is locked by another process',
  FULL: 'the disk is full',
  IOERR: 'the disk does not answer',
};

function codeOf(error: unknown): string {
  return error instanceof Database.SqliteError ? error.code : '';
}
