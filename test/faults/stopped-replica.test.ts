import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { checkLedger, checkRecord } from './support/check-ledger.js';
import { counts, patience } from './support/counts.js';
import { faultDatabases } from './support/fault-databases.js';
import { makeHome, openHome } from './support/fault-home.js';
import { httpAttempts, sendShoppers } from './support/persistent-shopper.js';
import { serveHome } from './support/serve-home.js';
import { openShopProcessPool, type ShopProcessPool } from './support/shop-process-pool.js';
import { until } from './support/until.js';

/** A replica that stands still in the middle of a write holds up no other for longer, ms. */
const longestHold = 20_000;

let pool: ShopProcessPool;
beforeAll(async () => {
  pool = await openShopProcessPool({ spare: 1 });
});
afterAll(() => pool?.close());

const [, postgres] = faultDatabases;

it(
  `goes on without a replica that stopped while it held a code's counter, and with it again: ${counts.stoppedReplicas} times`,
  async () => {
    if (postgres === undefined) throw new Error('PostgreSQL is the second');
    const home = await makeHome(await postgres.create());
    const service = await serveHome(home);
    try {
      for (let turn = 1; turn <= counts.stoppedReplicas; turn += 1) {
        const { url, secret, secretKey } = home;
        const stopped = await pool.start({
          ...{ url, secret, secretKey, round: `frozen${turn}`, orders: 60, pragmas: [], repeats: 300 },
          killAt: { point: 'after the code’s counter', passing: 10 + turn, signal: 'SIGSTOP' },
        });
        await until('the replica stands still', () => isStopped(stopped.pid));
        const shoppers = sendShoppers(
          httpAttempts(() => service.url, secretKey),
          { round: `other${turn}` },
        );
        const since = performance.now();
        await until('the others go on', () => shoppers.answered() > 100, longestHold);
        const waited = performance.now() - since;
        process.kill(stopped.pid, 'SIGCONT');
        const [continued, others] = await Promise.all([stopped.ended, shoppers.stop()]);
        for (const { attempt } of shoppers.failures) expect(attempt).toMatchObject({ status: 503 });
        const open = await openHome(home);
        try {
          await checkLedger(open);
          await checkRecord(open, continued);
          await checkRecord(open, others);
        } finally {
          await open.close();
        }
        console.info(`the others had their first 100 answers after ${waited.toFixed(0)} ms`);
      }
    } finally {
      await service.stop();
    }
  },
  patience,
);

/** Whether the system shows a process as stopped by a signal. */
function isStopped(pid: number): boolean {
  return /^State:\s+T/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
}
