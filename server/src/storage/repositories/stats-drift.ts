import { sql } from 'kysely';
import type { Reader, WriteTransaction } from '../storage.js';
import type { CounterDrift } from './counter-drift.js';

const used = sql`case when status = 'redeemed' or (status = 'reversed' and use_restored = 0) then 1 else 0 end`;
const paid = sql`case when status = 'redeemed' then 1 else 0 end`;
const first = sql`case when position = 0 then 1 else 0 end`;

/** The figures as the ledger has them, of each code and of each workspace, in the columns of `daily_stats`. */
const ledger = sql`
  select workspace_id, discount_code_id, redeemed_day as day, currency, ${used} as uses, ${paid} as orders,
    ${paid} * discount_amount as discount_amount, ${paid} * shipping_discount as shipping_discount,
    ${paid} * total as revenue, ${paid} * (subtotal + shipping_amount) as gross,
    0 as fee_orders, 0 as fee_base, 0 as fee_amount
    from redemptions where redeemed_day is not null
  union all
  select workspace_id, '', redeemed_day, currency, ${used}, ${paid} * ${first},
    ${paid} * discount_amount, ${paid} * shipping_discount, ${paid} * ${first} * total,
    ${paid} * ${first} * (subtotal + shipping_amount), ${first}, ${first} * total, fee_amount
    from redemptions where redeemed_day is not null`;

const all = sql`uses + orders + discount_amount + shipping_discount + revenue + gross + fee_orders + fee_base + fee_amount`;

/** The figures of each day, of every code and workspace, against the ledger. */
export async function listStatsDrift(db: Reader): Promise<CounterDrift[]> {
  const { rows } = await sql<{
    workspace_id: string;
    discount_code_id: string;
    day: string;
    currency: string;
    stored: number;
    expected: number;
  }>`
    select workspace_id, discount_code_id, day, currency,
      cast(sum(stored) as bigint) as stored, cast(sum(expected) as bigint) as expected from (
      select workspace_id, discount_code_id, day, currency, ${all} as stored, 0 as expected, uses, orders, discount_amount, shipping_discount, revenue, gross,
        fee_orders, fee_base, fee_amount from daily_stats
      union all
      select workspace_id, discount_code_id, day, currency, 0, ${all}, -uses, -orders, -discount_amount, -shipping_discount, -revenue,
        -gross, -fee_orders, -fee_base, -fee_amount from (${ledger}) as counted
    ) as differences
    group by workspace_id, discount_code_id, day, currency
    having sum(uses) <> 0 or sum(orders) <> 0 or sum(discount_amount) <> 0 or sum(shipping_discount) <> 0
      or sum(revenue) <> 0 or sum(gross) <> 0 or sum(fee_orders) <> 0 or sum(fee_base) <> 0 or sum(fee_amount) <> 0`.execute(
    db,
  );
  return rows.map(({ workspace_id, discount_code_id, day, currency, stored, expected }) => ({
    workspaceId: workspace_id,
    discountCodeId: discount_code_id === '' ? null : discount_code_id,
    customerId: null,
    stringKey: null,
    counter: 'figures',
    of: { day, currency },
    stored,
    expected,
  }));
}

/** Makes a day's figures say what the ledger says. */
export async function repairStats(
  tx: WriteTransaction,
  { workspaceId, discountCodeId: codeId }: CounterDrift,
  { day, currency }: NonNullable<CounterDrift['of']>,
): Promise<void> {
  const discountCodeId = codeId ?? '';
  await sql`delete from daily_stats where workspace_id = ${workspaceId} and discount_code_id = ${discountCodeId}
    and day = ${day} and currency = ${currency}`.execute(tx);
  await sql`insert into daily_stats (workspace_id, discount_code_id, day, currency, shard, uses, orders, discount_amount,
      shipping_discount, revenue, gross, fee_orders, fee_base, fee_amount)
    select workspace_id, discount_code_id, day, currency, 0, sum(uses), sum(orders), sum(discount_amount),
      sum(shipping_discount), sum(revenue), sum(gross), sum(fee_orders), sum(fee_base), sum(fee_amount)
    from (${ledger}) as counted
    where workspace_id = ${workspaceId} and discount_code_id = ${discountCodeId} and day = ${day} and currency = ${currency}
    group by workspace_id, discount_code_id, day, currency`.execute(tx);
}
