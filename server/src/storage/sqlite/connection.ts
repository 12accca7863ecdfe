import Database from 'better-sqlite3';
import type { CompiledQuery, DatabaseConnection, QueryResult } from 'kysely';
import { asUnavailable, isBusy } from './sqlite-errors.js';

/** One open handle of a database file. */
export interface SqliteConnection extends DatabaseConnection {
  readonly database: Database.Database;
  /** Runs a statement without parameters or rows. */
  run(sql: string): void;
}

export interface ConnectionOptions {
  /** `write` only answers queries inside a transaction. */
  readonly mode: 'read' | 'write' | 'migrate';
  /** How long a lock of another process is waited for on the event loop, ms. */
  readonly busyTimeout: number;
}

const mostKeptStatements = 500;

/** How long a file that another process is just making is waited for, ms. */
const openingTimeout = 5_000;

/** Opens `path`, sets the pragmas that durability rests on and reads them back. Throws where one did not take. */
export function openConnection(path: string, options: ConnectionOptions): SqliteConnection {
  const database = new Database(path, { readonly: options.mode === 'read', timeout: options.busyTimeout });
  try {
    waitForOthers(() => setPragmas(database, options));
  } catch (error) {
    database.close();
    throw asUnavailable(error);
  }
  const prepare = keepStatements(database);
  const mustBeInTransaction = options.mode === 'write';
  return {
    database,
    run: (sql) => void prepare(sql).run(),
    executeQuery: async <Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> => {
      if (mustBeInTransaction && !database.inTransaction)
        throw new Error('a write was used after its job had ended');
      try {
        const statement = prepare(sql);
        // The row type is what the query was typed with; SQLite has none to check it against.
        if (statement.reader) return { rows: statement.all(parameters) as Row[] };
        return { numAffectedRows: BigInt(statement.run(parameters).changes), rows: [] };
      } catch (error) {
        throw asUnavailable(error);
      }
    },
    streamQuery: () => {
      throw new Error('a handle is shared, so a query cannot stay open between turns: read page by page');
    },
  };
}

/** Repeats `open` while the file is locked: SQLite itself does not wait where the journal mode changes. */
function waitForOthers(open: () => void): void {
  const until = performance.now() + openingTimeout;
  for (;;) {
    try {
      open();
      return;
    } catch (error) {
      if (!isBusy(error) || performance.now() > until) throw error;
      Atomics.wait(pause, 0, 0, 20);
    }
  }
}

const pause = new Int32Array(new SharedArrayBuffer(4));

/** Prepares each SQL text once; the one used longest ago goes when there are too many. */
function keepStatements(database: Database.Database): (sql: string) => Database.Statement {
  const kept = new Map<string, Database.Statement>();
  return (sql) => {
    let statement = kept.get(sql);
    if (statement === undefined) {
      statement = database.prepare(sql);
      const oldest = kept.size >= mostKeptStatements ? kept.keys().next() : undefined;
      if (oldest?.done === false) kept.delete(oldest.value);
      kept.set(sql, statement);
    }
    return statement;
  };
}

function setPragmas(database: Database.Database, { mode }: ConnectionOptions): void {
  if (mode !== 'read') database.pragma('journal_mode = WAL');
  database.pragma('foreign_keys = ON');
  database.pragma('trusted_schema = OFF');
  // In WAL the library drops to NORMAL with the first statement, so FULL is set after one and read back after another.
  database.prepare('select count(*) from sqlite_schema').get();
  database.pragma('synchronous = FULL');
  database.prepare('select count(*) from sqlite_schema').get();
  const expected = { journal_mode: 'wal', synchronous: 2, foreign_keys: 1, trusted_schema: 0 };
  for (const [name, value] of Object.entries(expected)) {
    const actual: unknown = database.pragma(name, { simple: true });
    if (actual !== value)
      throw new Error(`SQLite did not keep ${name} = ${value}; writes would not be durable`);
  }
}
