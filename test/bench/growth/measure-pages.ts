import type { AskManagement } from '../ask-management.js';
import { percentile } from '../bulk/measure.js';
import type { ShopSize } from './fill-shop.js';

/** How long one kind of page takes, milliseconds. */
export interface PageFigures {
  readonly name: string;
  readonly p50: number;
  readonly p95: number;
}

const times = 60;

/** Asks for each kind of page one after the other, each time for another one where there is more than one. */
export async function measurePages(
  ask: AskManagement,
  { codes, redemptions }: ShopSize,
): Promise<PageFigures[]> {
  const [hot] = await listIds(ask, '/v1/discount-codes?q=GROWN1&limit=1');
  if (hot === undefined) throw new Error('the grown shop has no code GROWN1');
  const shown = await listIds(ask, '/v1/discount-codes?limit=50');
  const some = (at: number, of: number) => 1 + ((at * 7919) % of);
  const pages: Readonly<Record<string, (at: number) => string>> = {
    'codes, newest': () => '/v1/discount-codes?limit=50',
    'codes, found by their beginning': (at) => `/v1/discount-codes?q=grown${some(at, codes)}`,
    'codes, found by nothing': (at) => `/v1/discount-codes?q=nothing-${at}`,
    'codes, active': () => '/v1/discount-codes?status=active',
    'codes, used up (none)': () => '/v1/discount-codes?status=used_up',
    'codes, expiring (none)': () => '/v1/discount-codes?expiringWithin=7d',
    'redemptions, newest': () => '/v1/redemptions?limit=50',
    'redemptions of one order': (at) => `/v1/redemptions?orderId=grown-${10_000_000 + some(at, redemptions)}`,
    'redemptions of the hot code': () => '/v1/redemptions?code=GROWN1',
    'redemptions of one code': (at) => `/v1/redemptions?code=GROWN${some(at, codes)}`,
    'redemptions, reversed (none)': () => '/v1/redemptions?status=reversed',
    'one code': () => `/v1/discount-codes/${hot}`,
    'stats of the workspace, 30 days': () => '/v1/stats',
    'stats of the workspace, a year': () => `/v1/stats?${year()}`,
    'stats of the hot code, a year': () => `/v1/discount-codes/${hot}/stats?${year()}`,
    'totals of a page of codes': () => `/v1/stats/discount-codes?ids=${shown.join(',')}`,
    'module fees': () => '/v1/modules/fees',
    'audit log': () => '/v1/audit-log?limit=50',
  };
  const figures: PageFigures[] = [];
  for (const [name, path] of Object.entries(pages)) figures.push({ name, ...(await timePage(ask, path)) });
  figures.push({ name: 'codes, twenty pages on', ...(await timeWalk(ask, '/v1/discount-codes?limit=50')) });
  figures.push({
    name: 'redemptions, twenty pages on',
    ...(await timeWalk(ask, '/v1/redemptions?limit=50')),
  });
  return figures;
}

async function timePage(ask: AskManagement, path: (at: number) => string) {
  const took: number[] = [];
  for (let at = 0; at < times; at += 1) {
    const begun = performance.now();
    await ask('GET', path(at));
    took.push(performance.now() - begun);
  }
  return percentile(took);
}

/** Each page where the one before ended. */
async function timeWalk(ask: AskManagement, path: string) {
  const took: number[] = [];
  let cursor: string | null = null;
  for (let page = 0; page < 20; page += 1) {
    const begun = performance.now();
    const answer = await ask('GET', cursor === null ? path : `${path}&cursor=${encodeURIComponent(cursor)}`);
    took.push(performance.now() - begun);
    // The envelope of a list is the contract of the service.
    cursor = (answer as { data: { nextCursor: string | null } }).data.nextCursor;
  }
  return percentile(took);
}

async function listIds(ask: AskManagement, path: string): Promise<string[]> {
  // The envelope of a list is the contract of the service.
  const { data } = (await ask('GET', path)) as { data: { items: { id: string }[] } };
  return data.items.map(({ id }) => id);
}

function year(): string {
  const day = (ago: number) => new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10);
  return `from=${day(365)}&to=${day(0)}&interval=month`;
}
