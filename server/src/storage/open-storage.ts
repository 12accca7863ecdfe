import { openSqlite } from './sqlite/open-sqlite.js';
import type { Storage } from './storage.js';

export interface OpenStorageOptions {
  /** Whether this process serves the database: then no other may. Commands leave it out. Default false. */
  readonly exclusive?: boolean;
}

/** Opens the database at `url` (`sqlite:<path>` or `postgres://…`). Throws a `DatabaseInUseError` where another process serves it. */
export async function openStorage(url: string, options: OpenStorageOptions = {}): Promise<Storage> {
  if (/^postgres(ql)?:\/\//.test(url)) {
    // Loaded where it is used: a service on SQLite starts without it.
    const { openPostgres } = await import('./postgres/open-postgres.js');
    return openPostgres(url);
  }
  if (!url.startsWith('sqlite:')) throw new Error('a database URL begins with sqlite: or postgres://');
  return openSqlite(url.slice('sqlite:'.length), options);
}
