import { Migrator, type Kysely } from 'kysely';
import type { Tables } from '../tables.js';
import type { ColumnTypes } from './column-types.js';
import { isUpToDate } from './is-up-to-date.js';
import { migrationsFor } from './migrations-for.js';

/**
 * Runs every migration that has not run, in one transaction; answers their names. Throws where one fails, and nothing ran. A
 * database that a newer version has brought further is left as it is, so that the older one may start on it too.
 */
export async function migrateToLatest(db: Kysely<Tables>, types: ColumnTypes): Promise<readonly string[]> {
  if (await isUpToDate(db, types)) return [];
  const { error, results = [] } = await migratorFor(db, types).migrateToLatest();
  if (error !== undefined) throw error;
  return results.map(({ migrationName }) => migrationName);
}

/** The migrator of a database. */
export function migratorFor(db: Kysely<Tables>, types: ColumnTypes): Migrator {
  return new Migrator({ db, provider: { getMigrations: async () => migrationsFor(types) } });
}
