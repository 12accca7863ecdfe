import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { defaultRateLimits } from '../../server/src/config/settings.js';
import { openTestService, type Answer, type TestService } from './support/test-service.js';

let service: TestService;
const opened: TestService[] = [];
const open = async (settings: Parameters<typeof openTestService>[0] = {}) => {
  service = await openTestService({ rateLimits: defaultRateLimits, ...settings });
  opened.push(service);
  await service.makeCode({ code: 'REAL', public: true });
};
afterAll(() => Promise.all(opened.map(({ close }) => close())));

// The limiter reads the system's clock.
let clock = Date.parse('2026-11-21T03:00:00Z');
const pass = (seconds: number) => {
  clock += seconds * 1000;
  vi.setSystemTime(clock);
};
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: clock });
  await open();
});
afterEach(() => vi.useRealTimers());

const validate = (code: string, ip: string, headers: Record<string, string> = {}): Promise<Answer> =>
  service.ask('POST', '/v1/storefront/public/validate-discount', {
    key: null,
    ip,
    headers,
    body: { workspace: service.slug, code, currency: 'IDR', subtotal: 100_000 },
  });
const teaser = (ip: string) =>
  service.ask('GET', `/v1/storefront/public/${service.slug}/discount-codes`, { key: null, ip });
const statusesOf = async (ask: () => Promise<Answer>, times: number) => {
  const statuses: number[] = [];
  for (let time = 0; time < times; time += 1) statuses.push((await ask()).status);
  return statuses;
};

describe('requests of one address', () => {
  it('are five in five seconds, and say how many are left', async () => {
    const answers: Answer[] = [];
    for (let time = 0; time < 6; time += 1) answers.push(await validate('REAL', '1.1.1.1'));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 429]);
    expect(answers.map(({ headers }) => headers.get('ratelimit-remaining'))).toEqual([...'432100']);
    expect(answers[5]?.error?.code).toBe('RATE_LIMITED');
    expect(answers[5]?.headers.get('ratelimit-limit')).toBe('5');
    expect(answers[5]?.headers.get('retry-after')).toBe('5');
    pass(5);
    expect((await validate('REAL', '1.1.1.1')).status).toBe(200);
  });

  it('are counted apart from those of another address', async () => {
    expect(await statusesOf(() => validate('REAL', '1.1.1.2'), 6)).toContain(429);
    expect((await validate('REAL', '1.1.1.3')).status).toBe(200);
  });

  it('are counted by /64 for IPv6, and as one address where IPv4 is written as IPv6', async () => {
    expect(await statusesOf(() => validate('REAL', '2001:db8:0:1::1'), 5)).not.toContain(429);
    expect((await validate('REAL', '2001:db8:0:1:ffff::9')).status).toBe(429);
    expect((await validate('REAL', '2001:db8:0:2::1')).status).toBe(200);
    expect(await statusesOf(() => validate('REAL', '::ffff:7.7.7.7'), 5)).not.toContain(429);
    expect((await validate('REAL', '7.7.7.7')).status).toBe(429);
  });

  it('are counted apart for reading and validating', async () => {
    expect(await statusesOf(() => teaser('1.1.1.4'), 6)).toEqual([200, 200, 200, 200, 200, 429]);
    expect((await validate('REAL', '1.1.1.4')).status).toBe(200);
  });

  it('of a back end are not limited so', async () => {
    const body = { code: 'REAL', currency: 'IDR', subtotal: 100_000 };
    const ask = () => service.ask('POST', '/v1/discount-codes/validate', { body, ip: '1.1.1.5' });
    expect(await statusesOf(ask, 20)).not.toContain(429);
  });

  it('are known to a browser that is refused', async () => {
    const origin = { origin: 'https://shop.example' };
    for (let time = 0; time < 5; time += 1) await validate('REAL', '1.1.1.6', origin);
    const { status, headers } = await validate('REAL', '1.1.1.6', origin);
    expect([status, headers.get('access-control-allow-origin')]).toEqual([429, 'https://shop.example']);
  });
});

describe('X-Forwarded-For', () => {
  const from = (chain: string, socket: string) => validate('REAL', socket, { 'x-forwarded-for': chain });

  it('is not believed by default', async () => {
    for (let time = 0; time < 5; time += 1) await from(`4.4.4.${time}`, '1.2.3.4');
    expect((await from('4.4.4.99', '1.2.3.4')).status).toBe(429);
  });

  it('is believed from a trusted proxy, up to the nearest address that is none', async () => {
    await open({ trustedProxies: ['10.0.0.0/8', 'fd00::/8'] });
    for (let time = 0; time < 5; time += 1) await from('6.6.6.6, 5.5.5.5, 10.0.0.2', '10.0.0.1');
    expect((await from('9.9.9.9, 5.5.5.5', 'fd00::1')).status).toBe(429);
    expect((await from('5.5.5.5, 8.8.8.8', '10.0.0.1')).status).toBe(200);
    expect((await from('5.5.5.5', '11.0.0.1')).status).toBe(200);
  });

  it('may name ports, which tell nobody apart', async () => {
    await open({ trustedProxies: ['10.0.0.0/8'] });
    for (let time = 0; time < 5; time += 1) await from(`5.5.5.6:${4000 + time}`, '10.0.0.1');
    expect((await from('5.5.5.6', '10.0.0.1')).status).toBe(429);
    expect((await from('5.5.5.7:4000', '10.0.0.1')).status).toBe(200);
    for (let time = 0; time < 5; time += 1) await from(`[2001:db8::${time}]:4000`, '10.0.0.1');
    expect((await from('2001:db8::9', '10.0.0.1')).status).toBe(429);
  });

  it('that is nonsense counts as the proxy itself', async () => {
    await open({ trustedProxies: ['10.0.0.1'] });
    for (let time = 0; time < 5; time += 1) await from(`<script>${time}`, '10.0.0.1');
    expect((await from('unknown', '10.0.0.1')).status).toBe(429);
  });
});

describe('misses', () => {
  it('of one address are ten, then nothing for 15 minutes, also known codes', async () => {
    for (let miss = 0; miss < 10; miss += 1) {
      expect((await validate(`GUESS${miss}`, '3.3.3.3')).status).toBe(200);
      pass(5);
    }
    const blocked = await validate('REAL', '3.3.3.3');
    expect([blocked.status, blocked.headers.get('retry-after')]).toEqual([429, '895']);
    pass(890);
    expect((await validate('REAL', '3.3.3.3')).status).toBe(429);
    pass(5);
    expect((await validate('REAL', '3.3.3.3')).status).toBe(200);
  });

  it('are unknown codes only', async () => {
    for (let time = 0; time < 15; time += 1) {
      expect((await validate('REAL', '3.3.3.4')).status).toBe(200);
      pass(5);
    }
  });

  it('of a workspace beyond 60 a minute get the neutral answer, while known codes work', async () => {
    for (let miss = 0; miss < 60; miss += 1) {
      const { data } = await validate(`GUESS${miss}`, `20.0.0.${miss}`);
      expect(data.reason).toBe('CODE_NOT_FOUND');
    }
    await validate('GUESS60', '20.0.1.0');
    const reads = await countReads(async () => {
      for (let guess = 0; guess < 20; guess += 1) await validate(`GUESS${guess}X`, `20.0.2.${guess}`);
    });
    // One look for new codes, one for new batches.
    expect(reads).toBeLessThanOrEqual(2);
    const guessed = await validate('GUESS60', '20.0.1.1');
    expect(guessed.data).toMatchObject({ applies: false, reason: 'NOT_APPLICABLE', missing: [] });
    expect((await validate('real', '20.0.1.2')).data.applies).toBe(true);
    await service.makeCode({ code: 'FRESH' });
    service.pass(1000);
    expect((await validate('FRESH', '20.0.1.4')).data.applies).toBe(true);
    pass(61);
    expect((await validate('GUESS61', '20.0.1.3')).data.reason).toBe('CODE_NOT_FOUND');
  });
});

it('a one-time code works while somebody guesses many, also one that was generated meanwhile', async () => {
  const batch = async () => {
    const body = { kind: 'onetime', count: 2, type: 'percent', value: 10 };
    const { data } = await service.ask('POST', '/v1/discount-codes', { body });
    const listed = await service.ask('GET', `/v1/discount-codes/${data.id}/strings`);
    return listed.data.items.map(({ code }: { code: string }) => code) as string[];
  };
  const [before] = await batch();
  for (let miss = 0; miss <= 60; miss += 1) await validate(`GUESS${miss}`, `30.0.0.${miss}`);
  expect((await validate('GUESS', '30.0.1.0')).data.reason).toBe('NOT_APPLICABLE');
  expect((await validate(before ?? '', '30.0.1.1')).data.applies).toBe(true);
  const [after] = await batch();
  service.pass(1000);
  expect((await validate(after ?? '', '30.0.1.2')).data.applies).toBe(true);
});

/** How many statements a job makes on the reader. */
async function countReads(job: () => Promise<void>): Promise<number> {
  const { reader } = service.deps.storage;
  const reads = vi.spyOn(reader, 'getExecutor');
  await job();
  const count = reads.mock.calls.length;
  reads.mockRestore();
  return count;
}

it('nothing is limited where limits are off', async () => {
  await open({ rateLimits: null });
  const answers = await statusesOf(() => validate('GUESS', '1.1.1.1'), 30);
  expect(new Set(answers)).toEqual(new Set([200]));
  expect((await validate('REAL', '1.1.1.1')).headers.get('ratelimit-limit')).toBeNull();
});
