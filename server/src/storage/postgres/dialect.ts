import {
  CompiledQuery,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type DatabaseConnection,
  type Dialect,
  type QueryResult,
} from 'kysely';
import type { Pool, PoolClient } from 'pg';
import { asUnavailable } from './postgres-errors.js';

/** Kysely on a pool: each SQL text is prepared once a connection, under a name of its own. */
export function postgresDialect(pool: Pool): Dialect {
  const nameOf = nameStatements();
  const connections = new WeakMap<PoolClient, PostgresConnection>();
  return {
    createAdapter: () => new PostgresAdapter(),
    createQueryCompiler: () => new PostgresQueryCompiler(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createDriver: () => ({
      init: async () => {},
      acquireConnection: async () => {
        const client = await connect(pool);
        const known = connections.get(client) ?? new PostgresConnection(client, nameOf);
        connections.set(client, known);
        return known;
      },
      beginTransaction: (connection) => run(connection, 'begin isolation level read committed'),
      commitTransaction: (connection) => run(connection, 'commit'),
      rollbackTransaction: (connection) => run(connection, 'rollback'),
      releaseConnection: async (connection) => {
        if (connection instanceof PostgresConnection) connection.release();
      },
      destroy: () => pool.end(),
    }),
  };
}

class PostgresConnection implements DatabaseConnection {
  readonly #client: PoolClient;
  readonly #nameOf: (sql: string) => string;
  #isBroken = false;

  constructor(client: PoolClient, nameOf: (sql: string) => string) {
    this.#client = client;
    this.#nameOf = nameOf;
    client.on('error', () => {
      this.#isBroken = true;
    });
  }

  async executeQuery<Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
    try {
      const { rows, rowCount, command } = await this.#client.query({
        ...(parameters.length > 0 && { name: this.#nameOf(sql) }),
        text: sql,
        values: [...parameters],
      });
      return command === 'SELECT' ? { rows } : { rows, numAffectedRows: BigInt(rowCount ?? 0) };
    } catch (error) {
      const reason = asUnavailable(error);
      this.#isBroken ||= reason !== error;
      throw reason;
    }
  }

  streamQuery(): never {
    throw new Error('no query stays open between turns: read page by page');
  }

  /** Gives the connection back; one that failed is closed, so that nobody gets it again. */
  release(): void {
    this.#client.release(this.#isBroken);
  }
}

async function connect(pool: Pool): Promise<PoolClient> {
  try {
    return await pool.connect();
  } catch (error) {
    throw asUnavailable(error);
  }
}

async function run(connection: DatabaseConnection, sql: string): Promise<void> {
  await connection.executeQuery(CompiledQuery.raw(sql));
}

/** One short name per SQL text; the texts are few, as values travel as parameters. */
function nameStatements(): (sql: string) => string {
  const names = new Map<string, string>();
  return (sql) => {
    let name = names.get(sql);
    if (name === undefined) {
      name = `hemat_${names.size}`;
      names.set(sql, name);
    }
    return name;
  };
}
