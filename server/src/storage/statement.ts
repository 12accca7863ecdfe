import type {
  Compilable,
  CompiledQuery,
  DatabaseConnection,
  DialectAdapter,
  Kysely,
  QueryResult,
} from 'kysely';
import type { WriteTransaction } from './storage.js';
import type { Tables } from './tables.js';

/** A query that is compiled once a dialect; each call only fills its parameters in. */
export interface Statement<Params, Row> {
  /** Every row it answers. */
  list(db: Kysely<Tables>, params: Params): Promise<Row[]>;
  /** The first row it answers. */
  find(db: Kysely<Tables>, params: Params): Promise<Row | undefined>;
  /** How many rows it changed; only for a query without RETURNING. */
  run(db: Kysely<Tables>, params: Params): Promise<number>;
  /**
   * Changes rows where nobody asks how many. A database across a network is not waited for: what the statement fails with, the
   * write's next statement or its end throws.
   */
  send(tx: WriteTransaction, params: Params): Promise<void>;
}

/** A query of a write whose answer nobody asks for. */
export interface SentQuery extends CompiledQuery {
  readonly isSent: true;
}

/** Whether the database need not be waited for. */
export function isSent(query: CompiledQuery): query is SentQuery {
  return 'isSent' in query;
}

/** An adapter of a database that has the same one connection for every query: a statement need not wait for one. */
export interface BoundAdapter extends DialectAdapter {
  readonly connection: DatabaseConnection;
}

/**
 * Writes a query once, with the named values of `params` in place of literals. `params` can stand wherever Kysely takes a
 * value; it can't be inspected, enumerated or computed with.
 */
export function statement<Params extends object, Row>(
  build: (db: Kysely<Tables>, params: Params) => Compilable<Row>,
): Statement<Params, Row> {
  const compiled = new WeakMap<DialectAdapter, CompiledQuery<Row>>();

  function execute(
    db: Kysely<Tables>,
    params: Params,
    kind?: Pick<SentQuery, 'isSent'>,
  ): Promise<QueryResult<Row>> {
    const executor = db.getExecutor();
    let query = compiled.get(executor.adapter);
    if (query === undefined) {
      query = build(db, placeholders<Params>()).compile();
      compiled.set(executor.adapter, query);
    }
    const filled = { ...query, parameters: fillIn(query.parameters, params), ...kind };
    const { adapter } = executor;
    return isBound(adapter) ? adapter.connection.executeQuery<Row>(filled) : executor.executeQuery(filled);
  }

  return {
    list: async (db, params) => (await execute(db, params)).rows,
    find: async (db, params) => (await execute(db, params)).rows[0],
    run: async (db, params) => Number((await execute(db, params)).numAffectedRows ?? 0n),
    send: async (tx, params) => void (await execute(tx, params, { isSent: true })),
  };
}

/** The named columns of a row that `statement` was given, so that a whole row can be inserted. */
export function columns<Row, const Name extends keyof Row>(
  row: Row,
  names: readonly Name[],
): Pick<Row, Name> {
  const picked: Partial<Pick<Row, Name>> = {};
  for (const name of names) picked[name] = row[name];
  // Every name has just been copied.
  return picked as Pick<Row, Name>;
}

function isBound(adapter: DialectAdapter): adapter is BoundAdapter {
  return 'connection' in adapter;
}

class Placeholder {
  constructor(readonly name: string) {}
}

function placeholders<Params extends object>(): Params {
  // Only the compiler sees these values: it carries them, as they are, into the list of parameters.
  return new Proxy({}, { get: (_, name) => new Placeholder(String(name)) }) as Params;
}

function fillIn<Params extends object>(parameters: readonly unknown[], params: Params): unknown[] {
  // Each name was read from `params` by `build`, which knows it under the same type.
  const values = params as Readonly<Record<string, unknown>>;
  return parameters.map((parameter) =>
    parameter instanceof Placeholder ? values[parameter.name] : parameter,
  );
}
