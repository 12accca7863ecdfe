import { afterAll, beforeAll, expect, it } from 'vitest';
import { checkRecord } from './support/check-ledger.js';
import { counts, patience } from './support/counts.js';
import { makeHome, openHome, type FaultHome } from './support/fault-home.js';
import { startOwnPostgres, type OwnPostgres } from './support/own-postgres.js';
import { httpAttempts, sendShoppers } from './support/persistent-shopper.js';
import { serveHome } from './support/serve-home.js';
import { until } from './support/until.js';

let postgres: OwnPostgres;
let home: FaultHome;
beforeAll(async () => {
  postgres = await startOwnPostgres();
  home = await makeHome(postgres.url);
});
afterAll(() => postgres?.stop());

it(
  `puts orders off with 503 and loses none while PostgreSQL is ended at once and comes back, ${counts.immediateRestarts} times`,
  async () => {
    const service = await serveHome(home);
    try {
      const shoppers = sendShoppers(
        httpAttempts(() => service.url, home.secretKey),
        { round: 'restart' },
      );
      for (let restart = 1; restart <= counts.immediateRestarts; restart += 1) {
        const answered = shoppers.answered();
        await until('orders come in', () => shoppers.answered() > answered + 40);
        await postgres.restartAtOnce();
      }
      const record = await shoppers.stop();
      expect(shoppers.failures.length).toBeGreaterThan(counts.immediateRestarts);
      for (const { attempt } of shoppers.failures)
        expect(attempt).toMatchObject({ status: 503, retryAfter: '1' });
      const open = await openHome(home);
      await checkRecord(open, record).finally(() => open.close());
      console.info(`${record.answers.size} answers kept, ${shoppers.failures.length} put off`);
    } finally {
      await service.stop();
    }
  },
  patience,
);
