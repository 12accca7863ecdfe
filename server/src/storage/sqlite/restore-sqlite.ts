import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { takeServerLock } from './server-lock.js';

/** Why a copy was not restored. */
export type RestoreFault = 'NO_SUCH_FILE' | 'NOT_A_BACKUP' | 'DATABASE_EXISTS';

/**
 * Puts the copy at `from` in the place of the database at `path`; null when it is done. The copy is checked first, and the
 * database changes in one rename. Throws a `DatabaseInUseError` while a server has it.
 */
export function restoreSqlite(
  from: string,
  path: string,
  { overwrite }: { readonly overwrite: boolean },
): RestoreFault | null {
  if (!existsSync(from)) return 'NO_SUCH_FILE';
  if (existsSync(path) && !overwrite) return 'DATABASE_EXISTS';
  if (!isWhole(from)) return 'NOT_A_BACKUP';
  mkdirSync(dirname(path), { recursive: true });
  const release = takeServerLock(path);
  try {
    const incoming = `${path}.incoming`;
    copyFileSync(from, incoming);
    for (const suffix of ['-wal', '-shm']) rmSync(`${path}${suffix}`, { force: true });
    renameSync(incoming, path);
  } finally {
    release();
  }
  return null;
}

function isWhole(path: string): boolean {
  try {
    const database = new Database(path, { readonly: true });
    try {
      const checked: unknown = database.pragma('integrity_check', { simple: true });
      const tables = database
        .prepare("select count(*) from sqlite_schema where name = 'redemptions'")
        .pluck()
        .get();
      return checked === 'ok' && tables === 1;
    } finally {
      database.close();
    }
  } catch {
    return false;
  }
}
