import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkRecord } from './support/check-ledger.js';
import { counts, patience } from './support/counts.js';
import { faultDatabases } from './support/fault-databases.js';
import { makeHome, openHome, type FaultHome } from './support/fault-home.js';
import { killPoints } from './support/kill-points.js';
import { openShopProcessPool, type ShopProcessPool } from './support/shop-process-pool.js';

let pool: ShopProcessPool;
beforeAll(async () => {
  pool = await openShopProcessPool();
});
afterAll(() => pool?.close());

describe.each(faultDatabases)('on $name', ({ create, settle }) => {
  let home: FaultHome;
  beforeAll(async () => {
    home = await makeHome(await create());
  });

  it.each(killPoints.map((point, index) => ({ ...point, index })))(
    `nothing is lost, half done or counted twice by a kill $name, ${counts.killsPerPoint} times`,
    async ({ name, index }) => {
      for (let turn = 1; turn <= counts.killsPerPoint; turn += 1) {
        const { url, secret, secretKey } = home;
        const killAt = { point: name, passing: 1 + ((turn * 29 + index * 7) % latestPassing(name)) };
        const plan = {
          url,
          secret,
          secretKey,
          round: `p${index}x${turn}`,
          killAt,
          orders: null,
          pragmas: [],
        };
        const record = await (await pool.start(plan)).ended;
        expect(record.signal).toBe('SIGKILL');
        expect(record.calls.length).toBeGreaterThan(record.answers.size);
        await settle(url);
        const open = await openHome(home);
        await checkRecord(open, record).finally(() => open.close());
      }
    },
    patience,
  );
});

/** SQLite begins and commits once for many orders. */
function latestPassing(point: string): number {
  return /begin|commit/.test(point) ? 8 : 50;
}
