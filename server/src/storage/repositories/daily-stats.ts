import { sql } from 'kysely';
import { statement } from '../statement.js';
import type { Reader, WriteTransaction } from '../storage.js';
import type { DailyStatsTable } from '../stats-tables.js';

/** The figures of a day. */
export type DayFigures = Omit<
  DailyStatsTable,
  'workspace_id' | 'discount_code_id' | 'day' | 'currency' | 'shard'
>;

/** Which day of which code's and workspace's figures a payment moves. */
export interface DayKey {
  readonly workspaceId: string;
  readonly discountCodeId: string;
  readonly day: string;
  readonly currency: string;
  readonly shard: number;
}

/** What is summed of a span of days. */
export interface StatsQuery {
  readonly workspaceId: string;
  /** null: the whole workspace. */
  readonly discountCodeId: string | null;
  /** First and last day, `YYYY-MM-DD`. */
  readonly from: string;
  readonly to: string;
}

/** The sums of one day in one currency. */
export type DaySums = DayFigures & Pick<DailyStatsTable, 'day' | 'currency'>;

const figures = [
  'uses',
  'orders',
  'discount_amount',
  'shipping_discount',
  'revenue',
  'gross',
  'fee_orders',
  'fee_base',
  'fee_amount',
] as const satisfies readonly (keyof DayFigures)[];

/** The columns of a row, in the order of its values. */
const names = ['workspace_id', 'discount_code_id', 'day', 'currency', 'shard', ...figures] as const;

/** A flat list: every payment writes one, and an object of as many names costs more than the statement. */
type Values = readonly (string | number)[];

/** The workspace's row first: every payment takes both in this order, so that none waits for another in a circle. */
const add = statement((db, params: Values) =>
  db
    .insertInto('daily_stats')
    .values([rowOf(params, 0), rowOf(params, names.length)])
    .onConflict((conflict) =>
      conflict
        .columns(['workspace_id', 'discount_code_id', 'day', 'currency', 'shard'])
        .doUpdateSet(
          Object.fromEntries(
            figures.map((name) => [
              name,
              sql<number>`${sql.ref(`daily_stats.${name}`)} + ${sql.ref(`excluded.${name}`)}`,
            ]),
          ),
        ),
    ),
);

const sums = statement((db, params: StatsQuery & { discountCodeId: string }) =>
  db
    .selectFrom('daily_stats')
    .select(['day', 'currency'])
    .select(figures.map((name) => sql<number>`cast(sum(${sql.ref(name)}) as bigint)`.as(name)))
    .where('workspace_id', '=', params.workspaceId)
    .where('discount_code_id', '=', params.discountCodeId)
    .where('day', '>=', params.from)
    .where('day', '<=', params.to)
    .groupBy(['day', 'currency'])
    .orderBy('day')
    .orderBy('currency'),
);

/** Adds to the figures of a code's day and of its workspace's; what is taken back is negative. */
export async function addToDay(
  tx: WriteTransaction,
  key: DayKey,
  { ofCode, ofWorkspace }: { readonly ofCode: DayFigures; readonly ofWorkspace: DayFigures },
): Promise<void> {
  const values: (string | number)[] = [];
  push(values, key, '', ofWorkspace);
  push(values, key, key.discountCodeId, ofCode);
  await add.send(tx, values);
}

/** The days of a span that have figures, oldest first, each currency apart. */
export function listDaySums(db: Reader, query: StatsQuery): Promise<DaySums[]> {
  // One column a figure.
  return sums.list(db, { ...query, discountCodeId: query.discountCodeId ?? '' }) as Promise<DaySums[]>;
}

function rowOf(params: Values, first: number): DailyStatsTable {
  const cells = names.map((name, place) => [name, params[first + place]]);
  // Each place holds a value of its column's type.
  return Object.fromEntries(cells) as unknown as DailyStatsTable;
}

function push(values: (string | number)[], key: DayKey, discountCodeId: string, given: DayFigures): void {
  values.push(key.workspaceId, discountCodeId, key.day, key.currency, key.shard);
  for (const name of figures) values.push(given[name]);
}
