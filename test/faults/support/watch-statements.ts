import pg from 'pg';
import type { Storage } from '../../../server/src/storage/storage.js';
import type { SqliteConnection } from '../../../server/src/storage/sqlite/connection.js';

/** Told of every statement, before it is sent and after it has run. */
export type StatementWatch = (sql: string, when: 'before' | 'after') => void;

/** Shows `watch` every statement that this process writes with, from now on, on either database. */
export async function watchStatements(storage: Storage, watch: StatementWatch): Promise<void> {
  const connection = await writingConnection(storage);
  if (connection === undefined) watchPostgres(watch);
  else watchSqlite(connection, watch);
}

/** The handle that writes of a SQLite database; `undefined` for PostgreSQL, which has many. */
export function writingConnection(storage: Storage): Promise<SqliteConnection | undefined> {
  return storage.write(async (tx) => {
    const { adapter } = tx.getExecutor();
    // The SQLite adapter carries its one connection, see `BoundAdapter`.
    return 'connection' in adapter ? (adapter.connection as SqliteConnection) : undefined;
  });
}

function watchSqlite(connection: SqliteConnection, watch: StatementWatch): void {
  const { run, executeQuery } = connection;
  connection.run = (sql) => {
    watch(sql, 'before');
    run(sql);
    watch(sql, 'after');
  };
  connection.executeQuery = async <Row>(query: Parameters<typeof executeQuery>[0]) => {
    watch(query.sql, 'before');
    const result = await executeQuery<Row>(query);
    watch(query.sql, 'after');
    return result;
  };
}

/** Every client of the process shares one prototype. */
function watchPostgres(watch: StatementWatch): void {
  // The service calls it with one description and no callback; its other ways of being called stay out of sight.
  type Query = (this: pg.Client, query: { readonly text: string }) => Promise<unknown>;
  const query = pg.Client.prototype.query as Query;
  const watched: Query = async function (described) {
    watch(described.text, 'before');
    const result = await query.call(this, described);
    watch(described.text, 'after');
    return result;
  };
  pg.Client.prototype.query = watched as typeof pg.Client.prototype.query;
}
