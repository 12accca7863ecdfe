import { writeSync } from 'node:fs';
import Database from 'better-sqlite3';
import pg from 'pg';
import { openStorage } from '../../../server/src/storage/open-storage.js';

// Migrates the database it is given and kills itself right before its n-th statement; else it says how many there were.

const [url = '', killBefore = ''] = process.argv.slice(2);
const storage = await openStorage(url);
let statements = 0;
watch(() => {
  statements += 1;
  if (statements === Number(killBefore)) process.kill(process.pid, 'SIGKILL');
});
await storage.migrate();
writeSync(1, String(statements));
await storage.close();

/** A statement of SQLite is prepared right before it runs, once. */
function watch(count: () => void): void {
  const { prepare } = Database.prototype;
  Database.prototype.prepare = function (this: Database.Database, source: string) {
    count();
    return prepare.call(this, source);
    // Both have many signatures; this one passes on what it is given.
  } as typeof prepare;
  // The service calls it with one description and no callback; its other ways of being called stay out of sight.
  type Query = (this: pg.Client, described: pg.QueryConfig) => Promise<unknown>;
  const query = pg.Client.prototype.query as Query;
  const counted: Query = function (described) {
    count();
    return query.call(this, described);
  };
  pg.Client.prototype.query = counted as typeof pg.Client.prototype.query;
}
