import { sql, type RawBuilder } from 'kysely';
import type { MemberTables } from '../member-tables.js';
import type { Reader, WriteTransaction } from '../storage.js';

export type AuthTable = keyof MemberTables & `auth_${string}`;
type Value = string | number | null;

/** A row by its columns. */
export type AuthRow = Readonly<Record<string, Value>>;

/** One condition on a column; a row has to meet every one. */
export interface AuthCondition {
  readonly column: string;
  readonly operator: 'eq' | 'ne' | 'lt' | 'lte' | 'gt' | 'gte' | 'in' | 'not_in';
  readonly value: Value | readonly Value[];
}

/** Which rows, and in what order. */
export interface AuthRowsQuery {
  readonly where: readonly AuthCondition[];
  readonly limit: number;
  readonly offset?: number;
  readonly sort?: { readonly column: string; readonly direction: 'asc' | 'desc' };
}

const comparisons = { eq: '=', ne: '<>', lt: '<', lte: '<=', gt: '>', gte: '>=' } as const;

export async function listAuthRows(
  db: Reader,
  table: AuthTable,
  { where, limit, offset = 0, sort }: AuthRowsQuery,
): Promise<AuthRow[]> {
  const order =
    sort === undefined ? sql`` : sql` order by ${sql.ref(sort.column)} ${sql.raw(sort.direction)}`;
  const query = sql<AuthRow>`select * from ${sql.table(table)}${matching(where)}${order} limit ${limit} offset ${offset}`;
  return (await query.execute(db)).rows;
}

export async function countAuthRows(
  db: Reader,
  table: AuthTable,
  where: readonly AuthCondition[],
): Promise<number> {
  const query = sql<{ total: number }>`select count(*) as total from ${sql.table(table)}${matching(where)}`;
  return (await query.execute(db)).rows[0]?.total ?? 0;
}

export async function insertAuthRow(tx: WriteTransaction, table: AuthTable, row: AuthRow): Promise<AuthRow> {
  const names = Object.keys(row).map((name) => sql.ref(name));
  const values = Object.values(row).map((value) => sql`${value}`);
  const query = sql<AuthRow>`insert into ${sql.table(table)} (${sql.join(names)}) values (${sql.join(values)}) returning *`;
  const [inserted] = (await query.execute(tx)).rows;
  if (inserted === undefined) throw new Error('an insert answered no row');
  return inserted;
}

/** Changes every row that matches and answers them. */
export async function updateAuthRows(
  tx: WriteTransaction,
  table: AuthTable,
  where: readonly AuthCondition[],
  changes: AuthRow,
): Promise<AuthRow[]> {
  const set = Object.entries(changes).map(([name, value]) => sql`${sql.ref(name)} = ${value}`);
  const query = sql<AuthRow>`update ${sql.table(table)} set ${sql.join(set)}${matching(where)} returning *`;
  return (await query.execute(tx)).rows;
}

/** Takes every row away that matches, at most `limit`, and answers them. */
export async function deleteAuthRows(
  tx: WriteTransaction,
  table: AuthTable,
  where: readonly AuthCondition[],
  limit?: number,
): Promise<AuthRow[]> {
  const chosen =
    limit === undefined
      ? matching(where)
      : sql` where id in (select id from ${sql.table(table)}${matching(where)} limit ${limit})`;
  return (await sql<AuthRow>`delete from ${sql.table(table)}${chosen} returning *`.execute(tx)).rows;
}

function matching(where: readonly AuthCondition[]): RawBuilder<unknown> {
  return where.length === 0 ? sql`` : sql` where ${sql.join(where.map(test), sql` and `)}`;
}

function test({ column, operator, value }: AuthCondition): RawBuilder<unknown> {
  const ref = sql.ref(column);
  if (operator === 'in' || operator === 'not_in') {
    const list = Array.isArray(value) ? (value as readonly Value[]) : [];
    if (list.length === 0) return operator === 'in' ? sql`1 = 0` : sql`1 = 1`;
    return sql`${ref} ${sql.raw(operator === 'in' ? 'in' : 'not in')} (${sql.join(list)})`;
  }
  if (value === null) return operator === 'ne' ? sql`${ref} is not null` : sql`${ref} is null`;
  return sql`${ref} ${sql.raw(comparisons[operator])} ${value}`;
}
