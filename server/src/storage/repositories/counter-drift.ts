import { sql } from 'kysely';
import type { Reader, WriteTransaction } from '../storage.js';

/** A counter that does not say what the ledger says. */
export interface CounterDrift {
  readonly workspaceId: string;
  /** null for a count of paid orders. */
  readonly discountCodeId: string | null;
  /** null for a code's own counters. */
  readonly customerId: string | null;
  /** Canonical key of a one-time string; null for every other counter. */
  readonly stringKey: string | null;
  /** `strings` counts those of a batch, `figures` is the sum of all figures of a day. */
  readonly counter: 'uses' | 'holds' | 'paidOrders' | 'strings' | 'figures';
  /** Of `figures`: which day. */
  readonly of?: { readonly day: string; readonly currency: string };
  readonly stored: number;
  readonly expected: number;
}

interface DriftRow {
  readonly workspace_id: string;
  readonly discount_code_id: string | null;
  readonly customer_id: string | null;
  readonly string_key?: string | null;
  readonly uses: number;
  readonly holds: number;
  readonly expected_uses: number;
  readonly expected_holds: number;
}

const usesOf = sql`case when status = 'redeemed' or (status = 'reversed' and use_restored = 0) then 1 else 0 end`;
const holdsOf = sql`case when status = 'locked' and limit_policy = 'hold' then 1 else 0 end`;

const totals = sql`
  cast(sum(uses) as bigint) as uses, cast(sum(holds) as bigint) as holds,
  cast(sum(expected_uses) as bigint) as expected_uses, cast(sum(expected_holds) as bigint) as expected_holds`;

/** The counters of every code against the ledger. */
export async function listCodeDrift(db: Reader): Promise<CounterDrift[]> {
  const { rows } = await sql<DriftRow>`
    select workspace_id, discount_code_id, null as customer_id, ${totals} from (
      select workspace_id, discount_code_id, uses_total as uses, holds_total as holds,
        imported_uses as expected_uses, 0 as expected_holds
        from discount_code_usage
      union all
      select workspace_id, discount_code_id, 0, 0, ${usesOf}, ${holdsOf} from redemptions
    ) as counted
    group by workspace_id, discount_code_id
    having sum(uses) <> sum(expected_uses) or sum(holds) <> sum(expected_holds)`.execute(db);
  return rows.flatMap(driftOfRow);
}

/** What every customer has used of every code, against the ledger. */
export async function listCustomerDrift(db: Reader): Promise<CounterDrift[]> {
  const { rows } = await sql<DriftRow>`
    select workspace_id, discount_code_id, customer_id, ${totals} from (
      select workspace_id, discount_code_id, customer_id, uses_total as uses, holds_total as holds,
        0 as expected_uses, 0 as expected_holds
        from customer_usage
      union all
      select workspace_id, discount_code_id, customer_id, 0, 0, ${usesOf}, ${holdsOf}
        from redemptions where customer_id is not null
    ) as counted
    group by workspace_id, discount_code_id, customer_id
    having sum(uses) <> sum(expected_uses) or sum(holds) <> sum(expected_holds)`.execute(db);
  return rows.flatMap(driftOfRow);
}

/** The paid orders of every customer, against the ledger. */
export async function listPaidOrderDrift(db: Reader): Promise<CounterDrift[]> {
  const { rows } = await sql<{ workspace_id: string; customer_id: string; stored: number; expected: number }>`
    select workspace_id, customer_id,
      cast(sum(paid_orders) as bigint) as stored, cast(sum(expected_orders) as bigint) as expected from (
      select workspace_id, customer_id, paid_orders, 0 as expected_orders from customers
      union all
      select workspace_id, customer_id, 0, 1 from redemptions
        where status in ('redeemed', 'reversed') and customer_id is not null
        group by workspace_id, customer_id, external_source, external_ref
    ) as counted
    group by workspace_id, customer_id
    having sum(paid_orders) <> sum(expected_orders)`.execute(db);
  return rows.map(({ workspace_id, customer_id, stored, expected }) => ({
    workspaceId: workspace_id,
    discountCodeId: null,
    customerId: customer_id,
    stringKey: null,
    counter: 'paidOrders',
    stored,
    expected,
  }));
}

/** What every one-time string says of itself, against the ledger. */
export async function listStringDrift(db: Reader): Promise<CounterDrift[]> {
  const { rows } = await sql<DriftRow>`
    select workspace_id, discount_code_id, null as customer_id, string_key, ${totals} from (
      select workspace_id, discount_code_id, canonical_key as string_key,
        uses_total as uses, holds_total as holds, 0 as expected_uses, 0 as expected_holds
        from one_time_strings where uses_total + holds_total > 0
      union all
      select workspace_id, discount_code_id, string_key, 0, 0, ${usesOf}, ${holdsOf}
        from redemptions where string_key is not null
    ) as counted
    group by workspace_id, discount_code_id, string_key
    having sum(uses) <> sum(expected_uses) or sum(holds) <> sum(expected_holds)`.execute(db);
  return rows.flatMap(driftOfRow);
}

/** How many strings each batch says it has, against those there are. */
export async function listBatchDrift(db: Reader): Promise<CounterDrift[]> {
  const { rows } = await sql<{
    workspace_id: string;
    discount_code_id: string;
    stored: number;
    expected: number;
  }>`
    select workspace_id, discount_code_id, done as stored, cast(strings as bigint) as expected from (
      select workspace_id, discount_code_id, done,
        (select count(*) from one_time_strings
          where one_time_strings.workspace_id = string_batches.workspace_id
            and one_time_strings.discount_code_id = string_batches.discount_code_id) as strings
        from string_batches
    ) as counted
    where done <> strings`.execute(db);
  return rows.map(({ workspace_id, discount_code_id, stored, expected }) => ({
    workspaceId: workspace_id,
    discountCodeId: discount_code_id,
    customerId: null,
    stringKey: null,
    counter: 'strings',
    stored,
    expected,
  }));
}

/** Makes a counter say what the ledger says. */
export async function repairCounter(tx: WriteTransaction, drift: CounterDrift, now: number): Promise<void> {
  const { workspaceId, discountCodeId, customerId, stringKey, counter, expected } = drift;
  const set = sql.ref(counter === 'holds' ? 'holds_total' : 'uses_total');
  if (counter === 'strings') {
    await sql`update string_batches set done = ${expected}
      where workspace_id = ${workspaceId} and discount_code_id = ${discountCodeId}`.execute(tx);
  } else if (stringKey !== null) {
    await sql`update one_time_strings set ${set} = ${expected}
      where workspace_id = ${workspaceId} and canonical_key = ${stringKey}`.execute(tx);
  } else if (discountCodeId === null) {
    await sql`insert into customers (workspace_id, customer_id, paid_orders, first_paid_at)
      values (${workspaceId}, ${customerId}, ${expected}, ${now})
      on conflict (workspace_id, customer_id) do update set paid_orders = ${expected}`.execute(tx);
  } else if (customerId === null) {
    await sql`insert into discount_code_usage (workspace_id, discount_code_id, uses_total, holds_total)
      values (${workspaceId}, ${discountCodeId}, 0, 0) on conflict do nothing`.execute(tx);
    await sql`update discount_code_usage set ${set} = ${expected}
      where workspace_id = ${workspaceId} and discount_code_id = ${discountCodeId}`.execute(tx);
  } else {
    await sql`insert into customer_usage (workspace_id, discount_code_id, customer_id, uses_total, holds_total)
      values (${workspaceId}, ${discountCodeId}, ${customerId}, 0, 0) on conflict do nothing`.execute(tx);
    await sql`update customer_usage set ${set} = ${expected}
      where workspace_id = ${workspaceId} and discount_code_id = ${discountCodeId} and customer_id = ${customerId}`.execute(
      tx,
    );
  }
}

function driftOfRow(row: DriftRow): CounterDrift[] {
  const shared = {
    workspaceId: row.workspace_id,
    discountCodeId: row.discount_code_id,
    customerId: row.customer_id,
    stringKey: row.string_key ?? null,
  };
  return [
    { ...shared, counter: 'uses' as const, stored: row.uses, expected: row.expected_uses },
    { ...shared, counter: 'holds' as const, stored: row.holds, expected: row.expected_holds },
  ].filter(({ stored, expected }) => stored !== expected);
}
