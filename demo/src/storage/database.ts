import Sqlite from 'better-sqlite3';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

/** The shop's own database; better-sqlite3, so every call is synchronous. */
export type Database = Sqlite.Database;

/** What each version of the shop added to its tables, oldest first. Times are epoch ms, amounts whole rupiah. */
const migrations = [
  `CREATE TABLE sessions (
     id TEXT PRIMARY KEY, cart TEXT NOT NULL, draft TEXT NOT NULL, order_id TEXT NOT NULL,
     customer_id TEXT, updated_at INTEGER NOT NULL
   ) STRICT;
   CREATE TABLE customers (
     id TEXT PRIMARY KEY, email TEXT NOT NULL UNIQUE, created_at INTEGER NOT NULL
   ) STRICT;
   CREATE TABLE orders (
     id TEXT PRIMARY KEY, customer_id TEXT NOT NULL REFERENCES customers (id),
     name TEXT NOT NULL, email TEXT NOT NULL, address TEXT NOT NULL, region TEXT NOT NULL,
     lines TEXT NOT NULL, codes TEXT NOT NULL,
     subtotal INTEGER NOT NULL, shipping_amount INTEGER NOT NULL,
     discount_amount INTEGER NOT NULL, shipping_discount INTEGER NOT NULL, total INTEGER NOT NULL,
     status TEXT NOT NULL CHECK (status IN ('awaiting_payment', 'paid', 'cancelled', 'refunded')),
     created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL
   ) STRICT;
   CREATE INDEX orders_by_time ON orders (created_at DESC);
   CREATE TABLE payments (
     id INTEGER PRIMARY KEY, payment_id TEXT NOT NULL, order_id TEXT NOT NULL REFERENCES orders (id),
     source TEXT NOT NULL CHECK (source IN ('by_hand', 'webhook')), amount INTEGER NOT NULL,
     effect TEXT NOT NULL CHECK (effect IN ('confirmed', 'repeated', 'unexpected')), received_at INTEGER NOT NULL
   ) STRICT;
   CREATE INDEX payments_of_order ON payments (order_id, id);
   CREATE TABLE refunds (
     order_id TEXT NOT NULL REFERENCES orders (id), sequence INTEGER NOT NULL,
     lines TEXT NOT NULL, amount INTEGER NOT NULL, created_at INTEGER NOT NULL,
     PRIMARY KEY (order_id, sequence)
   ) STRICT;
   CREATE TABLE tasks (
     id INTEGER PRIMARY KEY, kind TEXT NOT NULL CHECK (kind IN ('redeem', 'release', 'reverse')),
     order_id TEXT NOT NULL, payload TEXT NOT NULL, attempts INTEGER NOT NULL DEFAULT 0,
     due_at INTEGER NOT NULL, last_error TEXT, outcome TEXT,
     created_at INTEGER NOT NULL, done_at INTEGER
   ) STRICT;
   CREATE INDEX tasks_open ON tasks (due_at) WHERE done_at IS NULL;
   CREATE INDEX tasks_of_order ON tasks (order_id, id);`,
];

/** Opens the shop's database in `folder` (`:memory:` keeps it in memory), makes its tables and answers it ready. */
export function openDatabase(folder: string): Database {
  if (folder !== ':memory:') mkdirSync(folder, { recursive: true, mode: 0o700 });
  const database = new Sqlite(folder === ':memory:' ? folder : join(folder, 'shop.db'));
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.pragma('foreign_keys = ON');
  migrate(database);
  return database;
}

function migrate(database: Database): void {
  const version = Number(database.pragma('user_version', { simple: true }));
  if (version > migrations.length) {
    throw new Error('The shop’s database was written by a newer version of the shop.');
  }
  database.transaction(() => {
    for (const sql of migrations.slice(version)) database.exec(sql);
    database.pragma(`user_version = ${migrations.length}`);
  })();
}
