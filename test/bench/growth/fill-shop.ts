import { sql, type RawBuilder } from 'kysely';
import type { Storage, WriteTransaction } from '../../../server/src/storage/storage.js';
import { copyRows } from '../../support/copy-rows.js';
import { withoutIndexes } from './without-indexes.js';

/** How much a shop has gathered. */
export interface ShopSize {
  readonly codes: number;
  readonly redemptions: number;
}

/** A shop with one code and one redemption of it, which the service itself has written: what is copied. */
export interface Pattern {
  readonly url: string;
  readonly workspaceId: string;
  readonly codeId: string;
  readonly orderId: string;
}

/**
 * Fills a shop straight into its tables: copies of the pattern's rows under names of their own, a tenth of the redemptions on
 * one code, a fifth with one of 200,000 customers, paid over 400 days; then every counter from the ledger.
 */
export async function fillShop(storage: Storage, pattern: Pattern, size: ShopSize): Promise<void> {
  const { workspaceId, codeId, orderId, url } = pattern;
  const isSqlite = url.startsWith('sqlite:');
  const { reader } = storage;
  const code = await reader
    .selectFrom('discount_codes')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', codeId)
    .executeTakeFirstOrThrow();
  const order = await reader
    .selectFrom('orders')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('external_ref', '=', orderId)
    .executeTakeFirstOrThrow();
  const redemption = await reader
    .selectFrom('redemptions')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('external_ref', '=', orderId)
    .executeTakeFirstOrThrow();

  const step = sql.lit(Math.floor((400 * 86_400_000) / size.redemptions));
  const begin = sql.lit(redemption.created_at - 401 * 86_400_000);
  const paidAt = sql`${begin} + at * ${step}`;
  const ofCode = sql`case when at % 10 = 0 then 1 else 1 + (at / 5) % ${sql.lit(size.codes)} end`;
  const customer = sql`case when at % 5 = 0 then 'customer-' || (at % 200000) end`;
  const ref = sql`'grown-' || (10000000 + at)`;
  const day = isSqlite
    ? sql`date((${paidAt}) / 1000 + 25200, 'unixepoch')`
    : sql`to_char(to_timestamp((${paidAt}) / 1000) at time zone 'Asia/Jakarta', 'YYYY-MM-DD')`;

  await withoutIndexes(
    storage,
    { isSqlite, tables: ['discount_codes', 'orders', 'redemptions'] },
    async () => {
      await copyRows(
        storage,
        'discount_codes',
        { row: code, count: size.codes },
        {
          id: sql`'disc_01J000000000000000' || (10000000 + at)`,
          code: sql`'GROWN' || at`,
          canonical_key: sql`'GROWN' || at`,
          created_at: sql`${begin} + at`,
        },
      );
      await copyRows(
        storage,
        'orders',
        { row: order, count: size.redemptions },
        {
          external_ref: ref,
          customer_id: customer,
          created_at: paidAt,
          updated_at: paidAt,
        },
      );
      await copyRows(
        storage,
        'redemptions',
        { row: redemption, count: size.redemptions },
        {
          id: sql`'red_01J000000000000000' || (10000000 + at)`,
          discount_code_id: sql`'disc_01J000000000000000' || (10000000 + ${ofCode})`,
          code: sql`'GROWN' || ${ofCode}`,
          external_ref: ref,
          customer_id: customer,
          redeemed_at: paidAt,
          redeemed_day: day,
          created_at: paidAt,
          updated_at: paidAt,
        },
      );
    },
  );
  await storage.write((tx) => countAnew(tx, workspaceId));
  if (!isSqlite) await storage.write((tx) => sql`analyze`.execute(tx));
}

async function countAnew(tx: WriteTransaction, workspaceId: string): Promise<void> {
  for (const table of ['discount_code_usage', 'customer_usage', 'customers', 'daily_stats'] as const) {
    await sql`delete from ${sql.table(table)} where workspace_id = ${workspaceId}`.execute(tx);
  }
  await sql`insert into discount_code_usage (workspace_id, discount_code_id, uses_total, holds_total)
    select codes.workspace_id, codes.id, coalesce(uses, 0), 0 from discount_codes codes left join (
      select workspace_id, discount_code_id, count(*) as uses from redemptions group by workspace_id, discount_code_id
    ) as used on used.workspace_id = codes.workspace_id and used.discount_code_id = codes.id
    where codes.workspace_id = ${workspaceId}`.execute(tx);
  await sql`insert into customer_usage (workspace_id, discount_code_id, customer_id, uses_total, holds_total)
    select workspace_id, discount_code_id, customer_id, count(*), 0 from redemptions
    where workspace_id = ${workspaceId} and customer_id is not null
    group by workspace_id, discount_code_id, customer_id`.execute(tx);
  await sql`insert into customers (workspace_id, customer_id, paid_orders, first_paid_at)
    select workspace_id, customer_id, count(*), min(redeemed_at) from redemptions
    where workspace_id = ${workspaceId} and customer_id is not null group by workspace_id, customer_id`.execute(
    tx,
  );
  await countDays(tx, workspaceId, sql`discount_code_id`, sql`0, 0, 0`);
  await countDays(tx, workspaceId, sql`''`, sql`count(*), sum(total), sum(fee_amount)`);
}

/** All rows are paid, and each order has one. */
async function countDays(
  tx: WriteTransaction,
  workspaceId: string,
  code: RawBuilder<unknown>,
  fees: RawBuilder<unknown>,
): Promise<void> {
  await sql`insert into daily_stats (workspace_id, discount_code_id, day, currency, shard, uses, orders, discount_amount,
      shipping_discount, revenue, gross, fee_orders, fee_base, fee_amount)
    select workspace_id, ${code}, redeemed_day, currency, 0, count(*), count(*), sum(discount_amount),
      sum(shipping_discount), sum(total), sum(subtotal + shipping_amount), ${fees}
    from redemptions where workspace_id = ${workspaceId}
    group by workspace_id, ${code}, redeemed_day, currency`.execute(tx);
}
