import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { defaultRateLimits } from '../../server/src/config/settings.js';
import { openTestService, type Answer, type TestService } from '../http/support/test-service.js';
import { isLongRun } from '../support/is-long-run.js';
import { welchT } from './welch.js';

// A workspace that hides reasons: whoever tries codes learns nothing of those that do not apply, not even by how it is told.
let service: TestService;
beforeAll(async () => {
  const endless = { points: 1_000_000_000, seconds: 300 };
  const rateLimits = { ...defaultRateLimits, requests: endless, workspaceMisses: endless };
  service = await openTestService({ rateLimits });
  await service.makeCode({ code: 'OFF-01', active: false });
  await service.makeCode({ code: 'SOON-1', startsAt: '2040-01-01T00:00:00Z' });
  await service.makeCode({ code: 'OVER-1', expiresAt: '2020-01-01T00:00:00Z' });
  await service.makeCode({ code: 'FULL-1', maxUsesTotal: 1 });
  await service.ask('POST', '/v1/discount-codes/redeem', { body: { orderId: '1', code: 'FULL-1', ...cart } });
  await service.ask('PATCH', '/v1/workspace', { body: { publicReasons: 'generic' } });
});
afterAll(() => service.close());

const cart = { currency: 'IDR', subtotal: 100_000 };
const hidden = ['OFF-01', 'SOON-1', 'OVER-1', 'FULL-1'];
let addresses = 0;
const newAddress = () => {
  addresses += 1;
  return `2001:db8:${(addresses >> 16).toString(16)}:${(addresses & 0xffff).toString(16)}::1`;
};
const validate = (code: string, ip = newAddress()): Promise<Answer> =>
  service.ask('POST', '/v1/storefront/public/validate-discount', {
    key: null,
    ip,
    body: { workspace: service.slug, code, ...cart },
  });

describe('an answer that hides its reason', () => {
  it.each(hidden)('to %s has the bytes and the headers of one to a code of nobody', async (code) => {
    const comparable = ({ status, headers, text }: Answer) => ({
      status,
      headers: [...headers].filter(([name]) => name !== 'x-request-id').sort(),
      text: text.replace(/"code":"[^"]*"|"requestId":"[^"]*"/g, ''),
    });
    const ip = [newAddress(), newAddress()] as const;
    expect(comparable(await validate(code, ip[0]))).toEqual(comparable(await validate('NONE-1', ip[1])));
  });

  it('counts as a miss, so that the block after ten tells nothing either', async () => {
    for (const code of ['NONE-1', ...hidden]) {
      const ip = newAddress();
      const statuses: number[] = [];
      for (let time = 0; time < 11; time += 1) statuses.push((await validate(code, ip)).status);
      expect(statuses, code).toEqual([...Array.from({ length: 10 }, () => 200), 429]);
    }
  });

  it('takes as long as any other', async () => {
    const calls = isLongRun ? 10_000 : 240;
    const none: number[] = [];
    const some: number[] = [];
    const time = async (code: string) => {
      const ip = newAddress();
      const start = performance.now();
      await validate(code, ip);
      return performance.now() - start;
    };
    // Each kind goes first as often as the other.
    for (let call = 0; call < calls / 2; call += 1) {
      const code = hidden[call % hidden.length] ?? '';
      if (call % 4 < 2) none.push(await time('NONE-1'));
      some.push(await time(code));
      if (call % 4 >= 2) none.push(await time('NONE-1'));
    }
    expect(Math.abs(welchT(none, some))).toBeLessThan(4.5);
    // Whatever was read or counted on the way has its place in here.
    expect(Math.min(...none, ...some)).toBeGreaterThan(23);
  }, 1_800_000);
});

it('an answer that applies is not held up', async () => {
  await service.makeCode({ code: 'GOOD-1' });
  const start = performance.now();
  for (let time = 0; time < 20; time += 1) expect((await validate('GOOD-1')).data.applies).toBe(true);
  expect((performance.now() - start) / 20).toBeLessThan(23);
});
