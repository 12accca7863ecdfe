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
import { isSent } from '../statement.js';
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
      beginTransaction: async (connection) => own(connection).begin(),
      commitTransaction: (connection) => own(connection).end('commit'),
      rollbackTransaction: (connection) => own(connection).end('rollback'),
      releaseConnection: async (connection) => own(connection).release(),
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

/**
 * One connection. In a transaction a query whose answer nobody asks for is put on its way together with the next one that is
 * waited for: the server takes them in order, and none after one that failed.
 */
class PostgresConnection implements DatabaseConnection {
  readonly #client: PoolClient;
  readonly #names: StatementNames;
  #isBroken = false;
  #isInTransaction = false;
  /** What the first query that was not waited for has failed with in this transaction. */
  #failure: unknown = null;

  constructor(client: PoolClient, names: StatementNames) {
    this.#client = client;
    this.#names = names;
    client.on('error', () => {
      this.#isBroken = true;
    });
  }

  async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    if (this.#isInTransaction && isSent(query)) {
      this.#post(query);
      return { rows: [] };
    }
    try {
      return await this.#ask<Row>(query);
    } catch (error) {
      // A transaction is over with its first error: its job runs again from its start.
      if (this.#isInTransaction) throw this.#failure ?? error;
      if (!isStalePlan(error)) throw error;
      return this.#ask<Row>(query);
    }
  }

  begin(): void {
    this.#failure = null;
    this.#isInTransaction = true;
    this.#post(CompiledQuery.raw('begin isolation level read committed'));
  }

  /** The server answers the commit of a failed transaction with a rollback, and without an error. */
  async end(how: 'commit' | 'rollback'): Promise<void> {
    try {
      await this.executeQuery(CompiledQuery.raw(how));
      if (how === 'commit' && this.#failure !== null) throw this.#failure;
    } finally {
      this.#isInTransaction = false;
    }
  }

  /** Corked, so that it leaves together with what is waited for. */
  #post(query: CompiledQuery): void {
    const { stream } = this.#client.connection;
    if (stream.writableCorked === 0) stream.cork();
    this.#send(query).catch((error: unknown) => {
      this.#failure ??= error;
    });
  }

  #ask<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    const asked = this.#send<Row>(query);
    const { stream } = this.#client.connection;
    if (stream.writableCorked > 0) stream.uncork();
    return asked;
  }

  async #send<Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
    const name = this.#names.of(sql);
    try {
      const { rows, rowCount, command } = await this.#client.query({
        ...(parameters.length > 0 && { name }),
        text: sql,
        values: [...parameters],
      });
      return command === 'SELECT' ? { rows } : { rows, numAffectedRows: BigInt(rowCount ?? 0) };
    } catch (error) {
      if (isStalePlan(error)) this.#names.renew(name);
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

/** Kysely gives back the connections that it was given. */
function own(connection: DatabaseConnection): PostgresConnection {
  if (connection instanceof PostgresConnection) return connection;
  throw new TypeError('a connection of another dialect');
}
