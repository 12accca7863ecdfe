import {
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type Dialect,
  type SelectModifierNode,
} from 'kysely';
import type { BoundAdapter } from '../statement.js';
import type { SqliteConnection } from './connection.js';

/** Kysely on one open handle: statements stay prepared, and a transaction takes the write lock when it begins. */
export function sqliteDialect(connection: SqliteConnection): Dialect {
  return {
    createAdapter: () => new SqliteBoundAdapter(connection),
    createQueryCompiler: () => new LockFreeQueryCompiler(),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createDriver: () => ({
      init: async () => {},
      acquireConnection: async () => connection,
      beginTransaction: async () => connection.run('begin immediate'),
      commitTransaction: async () => connection.run('commit'),
      rollbackTransaction: async () => connection.run('rollback'),
      releaseConnection: async () => {},
      destroy: async () => void connection.database.close(),
    }),
  };
}

/** SQLite has one writer at a time: what a write has read stays as it is without `for update`, which it does not know. */
class LockFreeQueryCompiler extends SqliteQueryCompiler {
  protected override visitSelectModifier(node: SelectModifierNode): void {
    const isLock = ['ForUpdate', 'ForShare', 'SkipLocked'].includes(node.modifier ?? '');
    if (!isLock) super.visitSelectModifier(node);
  }
}

class SqliteBoundAdapter extends SqliteAdapter implements BoundAdapter {
  constructor(readonly connection: SqliteConnection) {
    super();
  }

  /** SQLite rolls schema changes back like any other; Kysely's adapter does not claim it. */
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}
