// How long stats take beside 5,000,000 redemptions, and what they cost a payment.
// node --conditions=hemat-source --import tsx test/bench/bulk/stats.ts [redemptions] [postgres://…]
import { join } from 'node:path';
import { redeemInput } from '@hemat/shared/schemas';
import { sql } from 'kysely';
import { loadModuleFees } from '../../../server/src/services/stats/load-module-fees.js';
import { loadStats } from '../../../server/src/services/stats/load-stats.js';
import { redeemOrder } from '../../../server/src/services/redeem-order.js';
import { openStorage } from '../../../server/src/storage/open-storage.js';
import { createWorld } from '../../contract/support/world.js';
import { tempFolder } from '../../support/temp-folder.js';
import { percentile } from './measure.js';

const redemptions = Number(process.argv[2] ?? 5_000_000);
const url = process.argv[3] ?? `sqlite:${join(tempFolder('bulk'), 'hemat.db')}`;
const storage = await openStorage(url);
await storage.migrate();
const world = await createWorld(storage);
const hot = await world.createCode({ code: 'HOT' });
const { id: workspaceId } = world.deps.workspace;

const time = async (times: number, work: (at: number) => Promise<unknown>) => {
  const figures: number[] = [];
  for (let at = 0; at < times; at += 1) {
    const begun = performance.now();
    await work(at);
    figures.push(performance.now() - begun);
  }
  return percentile(figures);
};
let orders = 0;
const pay = () => {
  orders += 1;
  const input = { orderId: `o-${orders}`, code: 'HOT', currency: 'IDR', subtotal: 100_000 };
  return redeemOrder(world.deps, redeemInput.parse(input));
};

await time(300, pay);
const payAlone = await time(1_000, pay);

/** Three years of figures: the whole workspace and one hot code in every shard of every day, the rest one code a payment. */
const series = (count: number) =>
  sql`with recursive n (at) as (select 0 union all select at + 1 from n where at < ${sql.lit(count - 1)})`;
const dayOf = url.startsWith('sqlite:')
  ? sql`date('2023-06-02', '+' || (at % 1096) || ' days')`
  : sql`to_char(date '2023-06-02' + cast(at % 1096 as integer), 'YYYY-MM-DD')`;
const insert = (code: ReturnType<typeof sql>, shard: ReturnType<typeof sql>, count: number) =>
  storage.write((tx) =>
    sql`insert into daily_stats (workspace_id, discount_code_id, day, currency, shard, uses, orders, discount_amount,
        shipping_discount, revenue, gross, fee_orders, fee_base, fee_amount)
      ${series(count)} select ${workspaceId}, ${code}, ${dayOf}, 'IDR', ${shard}, 285, 285, 2850000, 0, 25650000, 28500000,
        285, 25650000, 76950 from n where true on conflict do nothing`.execute(tx),
  );
await insert(sql`''`, sql`at / 1096`, 1096 * 16);
await insert(sql`${hot.id}`, sql`at / 1096`, 1096 * 16);
for (let done = 0; done < redemptions; done += 500_000) {
  await insert(sql`'disc_' || ${sql.lit(done)} || '_' || at`, sql`0`, Math.min(500_000, redemptions - done));
}

const rows = await sql<{ rows: number }>`select count(*) as rows from daily_stats`.execute(storage.reader);
const threeYears = { from: '2023-06-02', to: '2026-06-01' } as const;
console.log(
  JSON.stringify(
    {
      rows: rows.rows[0]?.rows,
      workspace30Days: await time(200, () => loadStats(world.deps, { interval: 'day' })),
      workspaceThreeYears: await time(100, () => loadStats(world.deps, { interval: 'day', ...threeYears })),
      code30Days: await time(200, () => loadStats(world.deps, { interval: 'day', id: hot.id })),
      codeThreeYears: await time(100, () =>
        loadStats(world.deps, { interval: 'month', id: hot.id, ...threeYears }),
      ),
      fees: await time(200, () => loadModuleFees(world.deps, {})),
      pay: { alone: payAlone, beside: await time(1_000, pay) },
    },
    null,
    1,
  ),
);
await storage.close();
