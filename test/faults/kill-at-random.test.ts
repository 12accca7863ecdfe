import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkRecord } from './support/check-ledger.js';
import { counts, patience } from './support/counts.js';
import { faultDatabases } from './support/fault-databases.js';
import { makeHome, openHome, type FaultHome } from './support/fault-home.js';
import { openShopProcessPool, type ShopProcessPool } from './support/shop-process-pool.js';
import { until } from './support/until.js';

const rounds = counts.killsAtRandom / faultDatabases.length;
/** Into the process's work, ms: from before it has opened the database to well under load. */
const latestKill = 260;

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

  it(
    `loses nothing it acknowledged and counts nothing twice, killed ${rounds} times at random instants`,
    async () => {
      let answered = 0;
      let unanswered = 0;
      for (let round = 1; round <= rounds; round += 1) {
        const { url, secret, secretKey } = home;
        const plan = { url, secret, secretKey, round: `r${round}`, killAt: null, orders: null, pragmas: [] };
        const shop = await pool.start(plan);
        // Every other one is killed while it answers, however slow the machine is.
        if (round % 2 === 0) await until('it answers', () => shop.answers() > 0);
        await pause((round * 137) % latestKill);
        shop.kill();
        const record = await shop.ended;
        answered += record.answers.size;
        unanswered += record.calls.length - record.answers.size;
        await settle(url);
        const open = await openHome(home);
        await checkRecord(open, record).finally(() => open.close());
      }
      expect(answered).toBeGreaterThan(rounds / 3);
      expect(unanswered).toBeGreaterThan(rounds);
      console.info(`${rounds} kills: ${answered} answers kept, ${unanswered} calls repeated`);
    },
    patience,
  );
});
