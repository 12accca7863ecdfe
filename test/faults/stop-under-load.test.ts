import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { checkRecord } from './support/check-ledger.js';
import { counts, patience } from './support/counts.js';
import { faultDatabases } from './support/fault-databases.js';
import { makeHome, openHome } from './support/fault-home.js';
import { httpAttempts, sendShoppers } from './support/persistent-shopper.js';
import { serveHome } from './support/serve-home.js';
import { until } from './support/until.js';

const longestDrain = 10_000;

describe.each(faultDatabases)('on $name', ({ create }) => {
  it(
    `is not ready first, then answers what it has taken, and is gone within 10 s: ${counts.stops} times`,
    async () => {
      const home = await makeHome(await create());
      let service = await serveHome(home);
      const shoppers = sendShoppers(
        httpAttempts(() => service.url, home.secretKey),
        { round: 'stop' },
      );
      try {
        for (let stop = 1; stop <= counts.stops; stop += 1) {
          const before = shoppers.answered();
          await until('orders come in', () => shoppers.answered() > before + 50);
          const since = performance.now();
          const gone = service.stop().then(() => performance.now() - since);
          await until('it is not ready', async () => (await readiness(service.url)) === 503, 1_000);
          const answered = shoppers.answered();
          await until('it still answers', () => shoppers.answered() > answered, 1_000);
          expect(await gone).toBeLessThan(longestDrain);
          service = await serveHome(home);
        }
        const record = await shoppers.stop();
        // Refused at the door, or at a connection that was idle: what was taken was answered.
        for (const { attempt } of shoppers.failures) expect(attempt).toHaveProperty('broken');
        const open = await openHome(home);
        await checkRecord(open, record).finally(() => open.close());
        console.info(`${record.answers.size} answers kept, ${shoppers.failures.length} made again`);
      } finally {
        await service.stop();
      }
    },
    patience,
  );
});

async function readiness(url: string): Promise<number> {
  const { status } = await fetch(`${url}/readyz`);
  await pause(1);
  return status;
}
