import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Where the master secret of a SQLite database lies unless `HEMAT_SECRET` gives one. */
export function secretFileOf(databasePath: string): string {
  return `${databasePath}.secret`;
}

/** The secret in `path`; made there, readable by its owner only, where there is none. */
export function takeSecret(path: string): string {
  mkdirSync(dirname(path), { recursive: true });
  try {
    // Exclusive, so that two processes that start at once end up with the same one.
    writeFileSync(path, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx', flush: true });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  return readFileSync(path, 'utf8').trim();
}
