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
    run: (sql) => void prepare(sql).statement.run(),
    executeQuery: async <Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> => {
      if (mustBeInTransaction && !database.inTransaction)
        throw new Error('a write was used after its job had ended');
      try {
        const { statement, columns } = prepare(sql);
        if (!statement.reader)
          return { numAffectedRows: BigInt(statement.run(parameters).changes), rows: [] };
        // A statement with columns was set to answer lists of values.
        const lists = statement.all(parameters) as unknown[][];
        // The row type is what the query was typed with; SQLite has none to check it against.
        return { rows: lists.map((values) => rowOf(columns, values) as Row) };
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

/** A prepared statement and the names of what it answers. */
interface Prepared {
  readonly statement: Database.Statement;
  readonly columns: readonly string[];
}

/** Prepares each SQL text once; the one used longest ago goes when there are too many. */
function keepStatements(database: Database.Database): (sql: string) => Prepared {
  const kept = new Map<string, Prepared>();
  return (sql) => {
    let prepared = kept.get(sql);
    if (prepared === undefined) {
      prepared = prepareLists(database.prepare(sql));
      const oldest = kept.size >= mostKeptStatements ? kept.keys().next() : undefined;
      if (oldest?.done === false) kept.delete(oldest.value);
      kept.set(sql, prepared);
    }
    return prepared;
  };
}

/** The library makes lists several times faster than objects, whose names it makes anew for each row. */
function prepareLists(statement: Database.Statement): Prepared {
  if (!statement.reader) return { statement, columns: [] };
  return { statement: statement.raw(), columns: statement.columns().map(({ name }) => name) };
}

function rowOf(columns: readonly string[], values: readonly unknown[]): Record<string, unknown> {
  const row: Record<string, unknown> = {};
  for (let place = 0; place < columns.length; place += 1) row[columns[place] ?? ''] = values[place];
  return row;
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
