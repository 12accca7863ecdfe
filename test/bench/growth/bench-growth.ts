import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { openStorage } from '../../../server/src/storage/open-storage.js';
import { benchCart, benchSubtotal } from '../bench-cart.js';
import { namesOf } from '../bench-sqlite.js';
import type { Case } from '../case.js';
import { auditHemat, hematCases, prepareHemat, startHemat } from '../hemat-cases.js';
import { contestOf, measureRounds, type Contest, type Rounds } from '../measure-rounds.js';
import type { BenchOptions } from '../options.js';
import { growthTargets } from '../report/growth-targets.js';
import type { TargetRow } from '../report/target-row.js';
import { askManagement } from '../ask-management.js';
import { fillShop } from './fill-shop.js';
import { measurePages } from './measure-pages.js';

/** What was measured on a grown shop beside a small one. */
export interface GrowthFigures {
  readonly rounds: Rounds;
  readonly names: Readonly<Record<string, string>>;
  readonly targets: readonly TargetRow[];
}

/** A shop with 1,000 codes and a grown one in turn on SQLite, then the pages of the grown one. */
export async function benchGrowth(data: string, options: BenchOptions): Promise<GrowthFigures> {
  const [small, big] = ['small', 'big'].map((name) => join(data, name)) as [string, string];
  for (const folder of [small, big]) mkdirSync(folder, { recursive: true });
  const smallHome = await prepareHemat(small);
  const bigHome = await prepareHemat(big);
  const seconds = await grow(bigHome, big, options);
  const filled = performance.now();
  await auditHemat(bigHome);
  const audited = (performance.now() - filled) / 1000;
  console.log(`filled in ${seconds.toFixed(0)} s, audited in ${audited.toFixed(0)} s`);

  const smallServer = await startHemat(smallHome, small);
  const { validate, redeem } = await hematCases(smallHome, smallServer);
  const bigServer = await startHemat(bigHome, big);
  const scattered = { from: 'BENCH[code]', to: `GROWN[scattered:${options.codes}]` };
  const onGrown = (asked: Case): Case => {
    const { question } = asked;
    const headers = { ...question.headers, authorization: `Bearer ${bigHome.secretKey}` };
    const body = question.body?.replace(scattered.from, scattered.to) ?? '';
    return { ...asked, server: bigServer, question: { ...question, headers, body } };
  };
  const contests: Record<string, Contest> = {
    smallValidate: contestOf({ ...validate, name: 'validate, 1,000 codes' }),
    grownValidate: contestOf({ ...onGrown(validate), name: 'validate, grown' }),
    smallRedeem: contestOf({ ...redeem, name: 'redeem, 1,000 codes' }),
    grownRedeem: contestOf({ ...onGrown(redeem), name: 'redeem, grown' }),
  };
  const rounds = await measureRounds(contests, options);
  const pages = await measurePages(askManagement(bigServer.url, bigHome.secretKey), options);
  await smallServer.stop();
  await bigServer.stop();
  await auditHemat(bigHome);
  return { rounds, names: namesOf(contests), targets: growthTargets(rounds, pages) };
}

/** Lets the service write one code and one redemption, then fills the shop with their like; seconds of the fill. */
async function grow(
  home: Awaited<ReturnType<typeof prepareHemat>>,
  folder: string,
  size: BenchOptions,
): Promise<number> {
  const server = await startHemat(home, folder);
  const ask = askManagement(server.url, home.secretKey);
  const rule = { type: 'percent', value: 10, currency: 'IDR', minPurchaseAmount: 100 };
  // The envelope is the contract of the service.
  const made = (await ask('POST', '/v1/discount-codes', { ...rule, code: 'PATTERN' })) as {
    data: { id: string };
  };
  const order = { orderId: 'pattern', code: 'PATTERN', currency: 'IDR', subtotal: benchSubtotal };
  await ask('POST', '/v1/discount-codes/redeem', { ...order, lineItems: benchCart.lineItems });
  await server.stop();
  const url = home.env['HEMAT_DATABASE_URL'] ?? '';
  const storage = await openStorage(url);
  const begun = performance.now();
  const pattern = { url, workspaceId: home.workspaceId, codeId: made.data.id, orderId: order.orderId };
  await fillShop(storage, pattern, size);
  await storage.close();
  return (performance.now() - begun) / 1000;
}
