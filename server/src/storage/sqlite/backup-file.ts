import { existsSync, renameSync, rmSync } from 'node:fs';
import { openConnection } from './connection.js';

/**
 * Copies what is committed now at `path` to `target`, a few pages a turn. The copy is of one moment, as its handle holds that
 * moment open: writers go on meanwhile and can't make it start over. Throws where `target` exists; a copy that fails leaves none.
 */
export async function backupFile(path: string, target: string): Promise<void> {
  if (existsSync(target)) throw new Error(`${target} exists already`);
  const unfinished = `${target}.unfinished`;
  const source = openConnection(path, { mode: 'read', busyTimeout: 250 });
  try {
    source.run('begin');
    source.database.prepare('select count(*) from sqlite_schema').get();
    await source.database.backup(unfinished);
    renameSync(unfinished, target);
  } finally {
    source.database.close();
    rmSync(unfinished, { force: true });
  }
}
