import { join } from 'node:path';
import { expect, it } from 'vitest';
import { tempFolder } from '../support/temp-folder.js';
import { checkRecord } from './support/check-ledger.js';
import { counts, patience } from './support/counts.js';
import { makeHome, openHome } from './support/fault-home.js';
import { httpAttempts, sendShoppers, type Attempt } from './support/persistent-shopper.js';
import { serveHome } from './support/serve-home.js';
import { canMount, onSmallDisk, smallDiskOf } from './support/small-disk.js';
import { until } from './support/until.js';

const isMountable = canMount();
if (!isMountable) console.info('full disk: skipped: no process may be given a small disk here');

it.skipIf(!isMountable)(
  `says 503 while the disk is full, goes on by itself when it is freed, and loses nothing: ${counts.fullDisks} times`,
  async () => {
    const [made, folder, copied] = [tempFolder('full-made'), tempFolder('full'), tempFolder('full-copied')];
    const home = await makeHome(`sqlite:${join(made, 'hemat.db')}`);
    const service = await serveHome(home, {
      env: { HEMAT_DATABASE_URL: `sqlite:${join(folder, 'hemat.db')}` },
      wrap: (command) => onSmallDisk(command, { folder, from: made, megabytes: 48 }),
    });
    try {
      const disk = smallDiskOf(service.pid, folder);
      const shoppers = sendShoppers(
        httpAttempts(() => service.url, home.secretKey),
        { round: 'full' },
      );
      for (let cycle = 1; cycle <= counts.fullDisks; cycle += 1) {
        const [answered, failed] = [shoppers.answered(), shoppers.failures.length];
        await until('orders come in', () => shoppers.answered() > answered + 50);
        disk.fill();
        await until('the disk is full', () => shoppers.failures.length > failed + 30);
        expect(await statusOf(`${service.url}/readyz`)).toBe(200);
        expect(await statusOf(`${service.url}/v1/discount-codes`, home.secretKey)).toBe(200);
        disk.free();
        const full = shoppers.answered();
        await until('orders come in again', () => shoppers.answered() > full + 20);
      }
      const record = await shoppers.stop();
      for (const { attempt } of shoppers.failures) expect(kindOf(attempt)).toBe('503, retry after 1');
      disk.copyDatabase('hemat.db', join(copied, 'hemat.db'));
      const open = await openHome({ ...home, url: `sqlite:${join(copied, 'hemat.db')}` });
      await checkRecord(open, record).finally(() => open.close());
      console.info(`${record.answers.size} answers kept, ${shoppers.failures.length} put off`);
    } finally {
      await service.stop();
    }
  },
  patience,
);

async function statusOf(url: string, key?: string): Promise<number> {
  return (await fetch(url, { headers: key === undefined ? {} : { authorization: `Bearer ${key}` } })).status;
}

function kindOf(attempt: Attempt): string {
  return 'broken' in attempt ? attempt.broken : `${attempt.status}, retry after ${attempt.retryAfter}`;
}
