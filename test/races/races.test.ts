import { discountCode, redeemAnswer } from '@hemat/shared/schemas';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { auditCounters } from '../../server/src/services/audit-counters.js';
import { patience } from '../faults/support/counts.js';
import { faultDatabases } from '../faults/support/fault-databases.js';
import { makeHome, openHome, type FaultHome } from '../faults/support/fault-home.js';
import { serveHome } from '../faults/support/serve-home.js';
import { apiCaller, dataOf, type ApiAnswer, type CallApi } from '../support/api-caller.js';
import { runTogether } from '../support/run-together.js';
import type { RunningProcess } from '../support/start-process.js';

vi.setConfig({ testTimeout: patience, hookTimeout: patience });

const connections = 20;
const cart = { currency: 'IDR', subtotal: 250_000 };

describe.each(faultDatabases)('on $name', ({ name, create }) => {
  // A SQLite file has one server; PostgreSQL has four, and no client stays with one.
  const replicas = name === 'SQLite' ? 1 : 4;
  let home: FaultHome;
  let services: RunningProcess[] = [];
  let callers: CallApi[] = [];

  beforeAll(async () => {
    home = await makeHome(await create());
    services = await Promise.all(Array.from({ length: replicas }, () => serveHome(home)));
    callers = services.map(({ url }) => apiCaller(url, home.secretKey));
  });
  afterAll(async () => {
    await Promise.all(services.map((service) => service.stop()));
    const open = await openHome(home);
    expect((await auditCounters(open.deps)).drift).toEqual([]);
    await open.close();
  });

  function ask(turn: number, method: string, path: string, body?: object): Promise<ApiAnswer> {
    const call = callers[turn % callers.length];
    if (call === undefined) throw new Error('no service runs');
    return call(method, path, body);
  }

  function redeem(turn: number, orderId: string, order: object): Promise<ApiAnswer> {
    return ask(turn, 'POST', '/discount-codes/redeem', { orderId, ...cart, ...order });
  }

  async function createCode(rule: object): Promise<string> {
    return discountCode.parse(
      dataOf(await ask(0, 'POST', '/discount-codes', { type: 'percent', value: 10, ...rule })),
    ).id;
  }

  async function usesOf(id: string): Promise<number> {
    return discountCode.parse(dataOf(await ask(1, 'GET', `/discount-codes/${id}`))).usesTotal;
  }

  it.each([
    [1, 'strict'],
    [2, 'hold'],
    [10, 'honor'],
    [100, 'strict'],
  ])(
    'grants a cap of %i to exactly as many of 2,000 redeems on 20 connections (%s)',
    async (cap, limitPolicy) => {
      const code = `CAP-${cap}`;
      const id = await createCode({ code, maxUsesTotal: cap, limitPolicy });
      const orders = Array.from({ length: 2_000 }, (_, n) => `cap-${cap}-${n}`);
      const answers = await runTogether(orders, connections, (orderId, n) => redeem(n, orderId, { code }));
      expect(tally(answers)).toEqual({ '201': cap, '422 MAX_USES_REACHED': 2_000 - cap });
      expect(await usesOf(id)).toBe(cap);
    },
  );

  it('grants each of 50 customers with 40 tries exactly two uses at a cap of two per customer', async () => {
    const id = await createCode({ code: 'TWO-EACH', maxUsesPerCustomer: 2, limitPolicy: 'strict' });
    const tries = Array.from({ length: 50 * 40 }, (_, n) => ({ customerId: `customer-${n % 50}`, n }));
    const answers = await runTogether(tries, connections, ({ customerId, n }) =>
      redeem(n, `each-${n}`, { code: 'TWO-EACH', customerId }),
    );
    expect(tally(answers)).toEqual({ '201': 100, '422 CUSTOMER_LIMIT_REACHED': 1_900 });
    const granted = tries.filter((_, n) => answers[n]?.status === 201).map(({ customerId }) => customerId);
    expect(new Set(granted).size).toBe(50);
    for (const customer of granted) expect(granted.filter((other) => other === customer)).toHaveLength(2);
    expect(await usesOf(id)).toBe(100);
  });

  it('gives the last use to exactly one of 30 redeems released at once, 200 times', async () => {
    const id = await createCode({ code: 'LAST-USE', maxUsesTotal: 1, limitPolicy: 'strict' });
    for (let round = 1; round <= 200; round += 1) {
      if (round > 1) dataOf(await ask(round, 'PATCH', `/discount-codes/${id}`, { maxUsesTotal: round }));
      const answers = await Promise.all(
        Array.from({ length: 30 }, (_, n) => redeem(n, `last-${round}-${n}`, { code: 'LAST-USE' })),
      );
      expect(tally(answers)).toEqual({ '201': 1, '422 MAX_USES_REACHED': 29 });
    }
    expect(await usesOf(id)).toBe(200);
  });

  it('creates one row for 20 concurrent redeems of one order and answers the other 19 alike', async () => {
    const id = await createCode({ code: 'ONE-ORDER' });
    for (let round = 1; round <= 10; round += 1) {
      const answers = await Promise.all(
        Array.from({ length: 20 }, (_, n) => redeem(n, `one-order-${round}`, { code: 'ONE-ORDER' })),
      );
      expect(tally(answers)).toEqual({ '200': 19, '201': 1 });
      const bodies = answers.map(({ data }) => redeemAnswer.parse(data));
      expect(bodies.filter(({ created }) => created)).toHaveLength(1);
      const replays = bodies.filter(({ created }) => !created);
      expect(new Set(replays.map((replay) => JSON.stringify(replay))).size).toBe(1);
      expect(replays[0]?.redemption).toEqual(bodies.find(({ created }) => created)?.redemption);
    }
    expect(await usesOf(id)).toBe(10);
  });
});

/** How many answers of each kind. */
function tally(answers: readonly ApiAnswer[]): Record<string, number> {
  const counted: Record<string, number> = {};
  for (const { status, error } of answers) {
    const kind = error === null ? String(status) : `${status} ${error.code}`;
    counted[kind] = (counted[kind] ?? 0) + 1;
  }
  return counted;
}
