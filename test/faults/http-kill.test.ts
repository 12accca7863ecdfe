import { discountCode, redeemAnswer } from '@hemat/shared/schemas';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { apiCaller, dataOf, type CallApi } from '../support/api-caller.js';
import { initHemat, runHemat, serveHemat, type HematHome } from '../support/hemat-service.js';
import { runTogether } from '../support/run-together.js';
import type { RunningProcess } from '../support/start-process.js';
import { tempFolder } from '../support/temp-folder.js';
import { counts } from './support/counts.js';

// The built service is killed without warning while orders are being redeemed over HTTP.
const rounds = counts.servicesKilled;
const clients = 16;
const codes = [
  { code: 'KILL-HONOR', limitPolicy: 'honor' },
  { code: 'KILL-STRICT', limitPolicy: 'strict', maxUsesTotal: 1_000_000 },
  { code: 'KILL-HOLD', limitPolicy: 'hold', maxUsesTotal: 1_000_000 },
];
const cart = { currency: 'IDR', subtotal: 250_000 };

interface Order {
  readonly orderId: string;
  readonly code: string;
}
/** What the client was told before the process died. */
interface Acknowledged extends Order {
  readonly redemptionId: string;
}

let home: HematHome;
let service: RunningProcess;
const paid: Acknowledged[] = [];

beforeAll(async () => {
  home = await initHemat(tempFolder('http-kill'));
  service = await serveHemat(home);
  for (const { code, ...rule } of codes) {
    const created = await caller()('POST', '/discount-codes', { code, type: 'percent', value: 10, ...rule });
    dataOf(created);
  }
});
afterAll(() => service?.stop());

it.each(Array.from({ length: rounds }, (_, index) => index + 1))(
  'loses nothing it acknowledged when it is killed (%i)',
  async (round) => {
    const { acknowledged, unanswered } = await redeemUntilKilled(round, 5 + ((round * 37) % 150));
    expect(acknowledged.length).toBeGreaterThan(0);
    expect(unanswered.length).toBeGreaterThan(0);
    expect(await runHemat(home, 'audit')).toMatch(/\b0 drift\b/);

    service = await serveHemat(home);
    for (const { redemptionId, ...order } of acknowledged) {
      const again = await redeem(caller(), order);
      expect(again).toEqual({ status: 200, created: false, redemptionId });
    }
    const retried = await runTogether(unanswered, clients, async (order) => {
      const { redemptionId } = await redeem(caller(), order);
      return { ...order, redemptionId };
    });
    paid.push(...acknowledged, ...retried);
    await expectUsesToEqualPaidOrders();
  },
);

/** Redeems fresh orders from many clients at once and kills the service right after its n-th answer. */
async function redeemUntilKilled(round: number, answersBeforeKill: number) {
  const acknowledged: Acknowledged[] = [];
  const unanswered: Order[] = [];
  const call = caller();
  let killed: Promise<void> | undefined;
  let orders = 0;
  const shop = async () => {
    while (killed === undefined) {
      const orderId = `order-${round}-${++orders}`;
      const order = { orderId, code: codes[orders % codes.length]?.code ?? '' };
      try {
        if (orders % 2 === 0) dataOf(await call('POST', '/discount-codes/lock', { ...order, ...cart }));
        const { redemptionId } = await redeem(call, order);
        acknowledged.push({ ...order, redemptionId });
      } catch (cause) {
        if (!isBrokenConnection(cause)) throw cause;
        unanswered.push(order);
        return;
      }
      if (acknowledged.length >= answersBeforeKill) killed ??= service.stop('SIGKILL');
    }
  };
  await Promise.all(Array.from({ length: clients }, shop));
  await killed;
  return { acknowledged, unanswered };
}

async function redeem(call: CallApi, order: Order) {
  const answer = await call('POST', '/discount-codes/redeem', { ...order, ...cart });
  const { created, redemption } = redeemAnswer.parse(dataOf(answer));
  return { status: answer.status, created, redemptionId: redemption.id };
}

async function expectUsesToEqualPaidOrders(): Promise<void> {
  expect(new Set(paid.map(({ redemptionId }) => redemptionId)).size).toBe(paid.length);
  for (const { code } of codes) {
    const [found] = listOf(dataOf(await caller()('GET', `/discount-codes?q=${code}`)));
    expect(found?.usesTotal).toBe(paid.filter((order) => order.code === code).length);
  }
}

function listOf(data: unknown) {
  return discountCode
    .array()
    .parse(typeof data === 'object' && data !== null && 'items' in data && data.items);
}

function caller(): CallApi {
  return apiCaller(service.url, home.secretKey);
}

/** fetch says `TypeError: fetch failed` when the connection broke or nobody listens, and `terminated` mid-answer. */
function isBrokenConnection(cause: unknown): boolean {
  return cause instanceof TypeError;
}
