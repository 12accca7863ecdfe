import type { BetterAuthOptions } from 'better-auth';
import {
  createAdapterFactory,
  type AdapterFactory,
  type CleanedWhere,
  type CustomAdapter,
} from 'better-auth/adapters';
import {
  countAuthRows,
  deleteAuthRows,
  insertAuthRow,
  listAuthRows,
  updateAuthRows,
  type AuthCondition,
  type AuthRow,
  type AuthTable,
} from '../storage/repositories/auth-rows.js';
import type { Reader, Storage, WriteTransaction } from '../storage/storage.js';
import { keepingFault } from './kept-faults.js';

/**
 * better-auth on our storage: it reads through the reader, and each of its changes is a job of the one writer. It hashes
 * passwords between its queries, so its steps are single jobs and never one long transaction.
 */
export function authAdapter(storage: Pick<Storage, 'reader' | 'write'>): AdapterFactory<BetterAuthOptions> {
  return createAdapterFactory({
    config: {
      adapterId: 'hemat',
      customTransformInput: ({ data }) => toColumn(data),
      customTransformOutput: ({ data, fieldAttributes: { type } }) => {
        if (type === 'date' && typeof data === 'number') return new Date(data);
        return type === 'boolean' && typeof data === 'number' ? data === 1 : data;
      },
    },
    adapter: ({ getFieldName }) => adapterOver(keepingFaults(storage), getFieldName),
  });
}

interface Queries {
  readonly read: <Result>(query: (reader: Reader) => Promise<Result>) => Promise<Result>;
  readonly write: <Result>(job: (tx: WriteTransaction) => Promise<Result>) => Promise<Result>;
}

/** Names the column of a field: the library does so in conditions, and leaves it to us in an order. */
type NameColumn = (of: { readonly model: string; readonly field: string }) => string;

function adapterOver({ read, write }: Queries, nameColumn: NameColumn): CustomAdapter {
  return {
    create: async ({ model, data }) => as(await write((tx) => insertAuthRow(tx, tableOf(model), data))),
    findOne: async ({ model, where }) => {
      const query = { where: conditions(where), limit: 1 };
      const [row] = await read((reader) => listAuthRows(reader, tableOf(model), query));
      return as(row ?? null);
    },
    findMany: async ({ model, where, limit, offset, sortBy }) => {
      const query = {
        where: conditions(where),
        limit,
        ...(offset !== undefined && { offset }),
        ...(sortBy && {
          sort: { column: nameColumn({ model, field: sortBy.field }), direction: sortBy.direction },
        }),
      };
      return as(await read((reader) => listAuthRows(reader, tableOf(model), query)));
    },
    count: ({ model, where }) => read((reader) => countAuthRows(reader, tableOf(model), conditions(where))),
    update: async ({ model, where, update }) => {
      const [row] = await write((tx) => updateAuthRows(tx, tableOf(model), conditions(where), as(update)));
      return as(row ?? null);
    },
    updateMany: async ({ model, where, update }) =>
      (await write((tx) => updateAuthRows(tx, tableOf(model), conditions(where), update))).length,
    delete: async ({ model, where }) => {
      await write((tx) => deleteAuthRows(tx, tableOf(model), conditions(where)));
    },
    deleteMany: async ({ model, where }) =>
      (await write((tx) => deleteAuthRows(tx, tableOf(model), conditions(where)))).length,
    consumeOne: async ({ model, where }) => {
      const [row] = await write((tx) => deleteAuthRows(tx, tableOf(model), conditions(where), 1));
      return as(row ?? null);
    },
  };
}

function keepingFaults(storage: Pick<Storage, 'reader' | 'write'>): Queries {
  return {
    read: (query) => keepingFault(() => query(storage.reader)),
    write: (job) => keepingFault(() => storage.write(job)),
  };
}

/** The library types its rows by the caller; what lies in a table it has itself put there. */
function as<Wanted>(row: unknown): Wanted {
  return row as Wanted;
}

function tableOf(model: string): AuthTable {
  const known: readonly string[] = ['auth_users', 'auth_sessions', 'auth_accounts', 'auth_verifications'];
  if (!known.includes(model)) throw new Error(`the sign-in library asks for an unknown table: ${model}`);
  return model as AuthTable;
}

function toColumn(value: unknown): unknown {
  if (value instanceof Date) return value.getTime();
  return typeof value === 'boolean' ? Number(value) : value;
}

function conditions(where: readonly CleanedWhere[] = []): AuthCondition[] {
  return where.map(({ field, operator = 'eq', value, connector, mode }) => {
    const isText = operator === 'contains' || operator === 'starts_with' || operator === 'ends_with';
    if (isText || mode === 'insensitive' || connector === 'OR') {
      throw new Error(`the sign-in library asks for a comparison we do not offer: ${operator}`);
    }
    return { column: field, operator, value: as<AuthRow[string]>(toColumn(value)) };
  });
}
