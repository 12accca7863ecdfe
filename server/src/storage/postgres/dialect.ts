import {
  CompiledQuery,
  sql,
  type Kysely,
  type MigrationLockOptions,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type DatabaseConnection,
  type Dialect,
  type QueryResult,
} from 'kysely';
import type { Pool, PoolClient } from 'pg';
import { asUnavailable, isStalePlan } from './postgres-errors.js';
import { nameStatements, type StatementNames } from './statement-names.js';

/** Kysely on a pool: each SQL text is prepared once a connection, under a name of its own. */
export function postgresDialect(pool: Pool): Dialect {
  const names = nameStatements();
  const connections = new WeakMap<PoolClient, PostgresConnection>();
  return {
    createAdapter: () => new PatientMigrationAdapter(),
    createQueryCompiler: () => new PostgresQueryCompiler(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createDriver: () => ({
      init: async () => {},
      acquireConnection: async () => {
        const client = await connect(pool);
        const known = connections.get(client) ?? new PostgresConnection(client, names);
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

/**
 * Replicas that start together wait for the one that migrates, however long it takes. That one waits for a table no longer than
 * any write does: whoever writes would wait behind it.
 */
class PatientMigrationAdapter extends PostgresAdapter {
  override async acquireMigrationLock(db: Kysely<unknown>, options: MigrationLockOptions): Promise<void> {
    await sql`set local lock_timeout = 0`.execute(db);
    await super.acquireMigrationLock(db, options);
    await sql`set local lock_timeout to default`.execute(db);
  }
}

class PostgresConnection implements DatabaseConnection {
  readonly #client: PoolClient;
  readonly #names: StatementNames;
  #isBroken = false;
  #isInTransaction = false;

  constructor(client: PoolClient, names: StatementNames) {
    this.#client = client;
    this.#names = names;
    client.on('error', () => {
      this.#isBroken = true;
    });
  }

  async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    try {
      return await this.#execute<Row>(query);
    } catch (error) {
      const reason = asUnavailable(error);
      this.#isBroken ||= reason !== error;
      throw reason;
    }
  }

  async #execute<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    const name = this.#names.of(query.sql);
    try {
      return await this.#send<Row>(query, name);
    } catch (error) {
      if (!isStalePlan(error)) throw error;
      this.#names.renew(name);
      // A transaction is over with its first error: its job runs again from its start.
      if (this.#isInTransaction) throw error;
      return this.#send<Row>(query, this.#names.of(query.sql));
    }
  }

  async #send<Row>({ sql, parameters }: CompiledQuery, name: string): Promise<QueryResult<Row>> {
    const { rows, rowCount, command } = await this.#client.query({
      ...(parameters.length > 0 && { name }),
      text: sql,
      values: [...parameters],
    });
    if (command === 'BEGIN') this.#isInTransaction = true;
    if (command === 'COMMIT' || command === 'ROLLBACK') this.#isInTransaction = false;
    return command === 'SELECT' ? { rows } : { rows, numAffectedRows: BigInt(rowCount ?? 0) };
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
