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

type Prefixed<Prefix extends string> = { readonly [Name in keyof DayFigures as `${Prefix}_${Name}`]: number };
type Added = DayKey & Prefixed<'code'> & Prefixed<'all'>;

/** The workspace's row first: every payment takes both in this order, so that none waits for another in a circle. */
const add = statement((db, params: Added) =>
  db
    .insertInto('daily_stats')
    .values([
      { ...keyOf(params), discount_code_id: sql.lit(''), ...named(params, 'all') },
      { ...keyOf(params), discount_code_id: params.discountCodeId, ...named(params, 'code') },
    ])
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
  await add.run(tx, { ...key, ...prefixed('code', ofCode), ...prefixed('all', ofWorkspace) });
}

/** The days of a span that have figures, oldest first, each currency apart. */
export function listDaySums(db: Reader, query: StatsQuery): Promise<DaySums[]> {
  // One column a figure.
  return sums.list(db, { ...query, discountCodeId: query.discountCodeId ?? '' }) as Promise<DaySums[]>;
}

function keyOf({ workspaceId, day, currency, shard }: DayKey) {
  return { workspace_id: workspaceId, day, currency, shard };
}

function named(params: Added, prefix: 'code' | 'all'): DayFigures {
  // The same figures under their columns' own names.
  return Object.fromEntries(
    figures.map((name) => [name, params[`${prefix}_${name}`]]),
  ) as unknown as DayFigures;
}

function prefixed<Prefix extends string>(prefix: Prefix, given: DayFigures): Prefixed<Prefix> {
  // Every figure, once.
  return Object.fromEntries(figures.map((name) => [`${prefix}_${name}`, given[name]])) as Prefixed<Prefix>;
}
