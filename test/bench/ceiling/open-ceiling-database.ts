import Database from 'better-sqlite3';

/** How many codes every contestant holds; the load asks for each in turn. */
export const codeCount = 1000;

/** The file named by the second argument: WAL, FULL read back, one rule table with 1,000 codes, one key, one ledger. */
export function openCeilingDatabase(): Database.Database {
  const path = process.argv[2];
  if (path === undefined) throw new Error('The path of the database file is missing.');
  const database = new Database(path);
  database.pragma('journal_mode = WAL');
  database.exec(`
    CREATE TABLE codes (workspace TEXT, code TEXT, basis_points INTEGER, min_purchase INTEGER, uses INTEGER,
      PRIMARY KEY (workspace, code)) STRICT, WITHOUT ROWID;
    CREATE TABLE keys (hash TEXT PRIMARY KEY, workspace TEXT) STRICT, WITHOUT ROWID;
    CREATE TABLE redemptions (workspace TEXT, order_id TEXT, code TEXT, amount INTEGER, created_at INTEGER,
      PRIMARY KEY (workspace, order_id, code)) STRICT, WITHOUT ROWID;
  `);
  database.pragma('synchronous = FULL');
  if (database.pragma('synchronous', { simple: true }) !== 2) throw new Error('synchronous is not FULL.');
  const add = database.prepare('INSERT INTO codes VALUES (?, ?, 1000, 100, 0)');
  database.transaction(() => {
    for (let index = 0; index < codeCount; index += 1) add.run('usr_bench', `BENCH${index}`);
  })();
  return database;
}
