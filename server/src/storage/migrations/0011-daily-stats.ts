import { validThroughToInstant } from '@hemat/shared';
import { sql, type Kysely } from 'kysely';
import type { ColumnTypes } from './column-types.js';
import { createTable } from './create-table.js';

/** The figures of each day, counted from the ledger as it stands. */
export async function createDailyStats(db: Kysely<unknown>, types: ColumnTypes): Promise<void> {
  await createTable(db, types, {
    name: 'daily_stats',
    columns: {
      workspace_id: 'key',
      discount_code_id: 'key',
      day: 'key',
      currency: 'key',
      shard: 'integer',
      uses: 'integer',
      orders: 'integer',
      discount_amount: 'integer',
      shipping_discount: 'integer',
      revenue: 'integer',
      gross: 'integer',
      fee_orders: 'integer',
      fee_base: 'integer',
      fee_amount: 'integer',
    },
    primaryKey: ['workspace_id', 'discount_code_id', 'day', 'currency', 'shard'],
    rows: 'narrow',
  });
  await db.schema.alterTable('redemptions').addColumn('redeemed_day', types.key).execute();
  await stampDays(db);
  await countCodes(db);
  await countWorkspaces(db);
}

interface PaidWorkspace {
  readonly workspace_id: string;
  readonly time_zone: string;
  readonly first: number;
  readonly last: number;
}

async function stampDays(db: Kysely<unknown>): Promise<void> {
  const { rows } = await sql<PaidWorkspace>`
    select workspace_id, time_zone, min(redeemed_at) as first, max(redeemed_at) as last
    from redemptions join workspaces on workspaces.id = workspace_id
    where redeemed_at is not null group by workspace_id, time_zone`.execute(db);
  for (const { workspace_id, time_zone, first, last } of rows) {
    // Days behind and ahead of UTC; a day that had no payment updates nothing.
    for (let utc = first - 2 * dayMs; utc <= last + 2 * dayMs; utc += dayMs) {
      const day = new Date(utc).toISOString().slice(0, 10);
      const end = validThroughToInstant(day, time_zone);
      await sql`update redemptions set redeemed_day = ${day} where workspace_id = ${workspace_id}
        and redeemed_at >= ${first} and redeemed_at < ${end} and redeemed_day is null`.execute(db);
    }
  }
}

const dayMs = 86_400_000;

const used = sql`case when status = 'redeemed' or (status = 'reversed' and use_restored = 0) then 1 else 0 end`;
const paid = sql`case when status = 'redeemed' then 1 else 0 end`;
const first = sql`case when position = 0 then 1 else 0 end`;

async function countCodes(db: Kysely<unknown>): Promise<void> {
  await sql`insert into daily_stats
    select workspace_id, discount_code_id, redeemed_day, currency, 0, sum(${used}), sum(${paid}),
      sum(${paid} * discount_amount), sum(${paid} * shipping_discount), sum(${paid} * total),
      sum(${paid} * (subtotal + shipping_amount)), 0, 0, 0
    from redemptions where redeemed_day is not null
    group by workspace_id, discount_code_id, redeemed_day, currency`.execute(db);
}

async function countWorkspaces(db: Kysely<unknown>): Promise<void> {
  await sql`insert into daily_stats
    select workspace_id, '', redeemed_day, currency, 0, sum(${used}), sum(${paid} * ${first}),
      sum(${paid} * discount_amount), sum(${paid} * shipping_discount), sum(${paid} * ${first} * total),
      sum(${paid} * ${first} * (subtotal + shipping_amount)), sum(${first}), sum(${first} * total), sum(fee_amount)
    from redemptions where redeemed_day is not null
    group by workspace_id, redeemed_day, currency`.execute(db);
}
