import { discountCode, redeemAnswer } from '@hemat/shared/schemas';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { apiCaller, dataOf, type CallApi } from '../support/api-caller.js';
import { initHemat, runHemat, serveHemat, type HematHome } from '../support/hemat-service.js';
import type { RunningProcess } from '../support/start-process.js';
import { tempFolder } from '../support/temp-folder.js';

let home: HematHome;
let service: RunningProcess;
let call: CallApi;

beforeAll(async () => {
  home = await initHemat(tempFolder('http-race'));
  service = await serveHemat(home);
  call = apiCaller(service.url, home.secretKey);
});
afterAll(async () => {
  await service?.stop();
  expect(await runHemat(home, 'audit')).toMatch(/\b0 drift\b/);
});

const cart = { currency: 'IDR', subtotal: 250_000 };
const tenPercent = { type: 'percent', value: 10 };

async function createCode(rule: Record<string, unknown>): Promise<string> {
  return discountCode.parse(dataOf(await call('POST', '/discount-codes', { ...tenPercent, ...rule }))).id;
}

async function usesOf(id: string): Promise<number> {
  return discountCode.parse(dataOf(await call('GET', `/discount-codes/${id}`))).usesTotal;
}

it('makes one row of twenty redeems of one order that arrive together', async () => {
  const id = await createCode({ code: 'RACE1' });
  const answers = await Promise.all(
    Array.from({ length: 20 }, () =>
      call('POST', '/discount-codes/redeem', { orderId: 'one-order', code: 'race1', ...cart }),
    ),
  );
  const rows = answers.map((answer) => redeemAnswer.parse(dataOf(answer)));
  expect(answers.map(({ status }) => status).sort()).toEqual([...Array<number>(19).fill(200), 201]);
  expect(rows.filter(({ created }) => created)).toHaveLength(1);
  const [first] = rows;
  for (const { redemption } of rows) expect(redemption).toEqual(first?.redemption);
  expect(await usesOf(id)).toBe(1);
});

it.each(['honor', 'hold', 'strict'])(
  'lets exactly 3 of 50 orders through a cap of 3 under %s',
  async (limitPolicy) => {
    const id = await createCode({ code: `CAP3-${limitPolicy}`, maxUsesTotal: 3, limitPolicy });
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, index) =>
        call('POST', '/discount-codes/redeem', {
          orderId: `${limitPolicy}-${index}`,
          code: `cap3-${limitPolicy}`,
          ...cart,
        }),
      ),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(3);
    const refusals = answers.filter(({ status }) => status !== 201);
    expect(new Set(refusals.map(({ status, error }) => `${status} ${error?.code}`))).toEqual(
      new Set(['422 MAX_USES_REACHED']),
    );
    expect(await usesOf(id)).toBe(3);
  },
);

it('gives the last slot of a hold to one of thirty locks that arrive together', async () => {
  const id = await createCode({ code: 'LASTHOLD', maxUsesTotal: 1, limitPolicy: 'hold' });
  const answers = await Promise.all(
    Array.from({ length: 30 }, (_, index) =>
      call('POST', '/discount-codes/lock', { orderId: `hold-${index}`, code: 'lasthold', ...cart }),
    ),
  );
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
  const { holdsTotal, usesTotal } = discountCode.parse(dataOf(await call('GET', `/discount-codes/${id}`)));
  expect({ holdsTotal, usesTotal }).toEqual({ holdsTotal: 1, usesTotal: 0 });
});
