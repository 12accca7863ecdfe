import { afterAll, afterEach, beforeEach, expect, it, vi } from 'vitest';
import { defaultRateLimits } from '../../server/src/config/settings.js';
import { purgeRateLimits } from '../../server/src/storage/repositories/rate-limits.js';
import type { Answer } from '../http/support/test-service.js';
import { openReplicas, type Replicas } from './support/replicas.js';

let replicas: Replicas;
const opened: Replicas[] = [];
// The limiter reads the system's clock.
let clock = Date.parse('2026-11-21T03:00:00Z');
const pass = (seconds: number) => {
  clock += seconds * 1000;
  vi.setSystemTime(clock);
};
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: clock });
  replicas = await openReplicas(3, { rateLimits: defaultRateLimits });
  opened.push(replicas);
  await replicas.service.makeCode({ code: 'REAL' });
});
afterEach(() => vi.useRealTimers());
afterAll(() => Promise.all(opened.map(({ close }) => close())));

/** Asks the replicas in turn, as a balancer does. */
let turn = 0;
const validate = (code: string, ip: string): Promise<Answer> => {
  turn += 1;
  const ask = replicas.all[turn % replicas.all.length]?.ask;
  if (ask === undefined) throw new Error('no replica');
  const body = { workspace: replicas.service.slug, code, currency: 'IDR', subtotal: 100_000 };
  return ask('POST', '/v1/storefront/public/validate-discount', { key: null, ip, body });
};

it('lets five requests of an address in, whichever replicas they reach', async () => {
  const remaining: (string | null)[] = [];
  for (let time = 0; time < 5; time += 1) {
    const { status, headers } = await validate('REAL', '1.1.1.1');
    expect(status).toBe(200);
    remaining.push(headers.get('ratelimit-remaining'));
  }
  expect(remaining).toEqual([...'43210']);
  for (const _ of replicas.all) {
    const { status, headers } = await validate('REAL', '1.1.1.1');
    expect([status, headers.get('retry-after')]).toEqual([429, '5']);
  }
  pass(5);
  expect((await validate('REAL', '1.1.1.1')).status).toBe(200);
});

it('lets exactly five of sixty in that reach all replicas at once', async () => {
  const answers = await Promise.all(Array.from({ length: 60 }, () => validate('REAL', '1.1.1.2')));
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(5);
  expect(answers.filter(({ status }) => status === 429)).toHaveLength(55);
});

it('blocks an address everywhere after ten misses that were spread', async () => {
  for (let miss = 0; miss < 10; miss += 1) {
    expect((await validate(`GUESS${miss}`, '3.3.3.3')).status).toBe(200);
    pass(5);
  }
  for (const _ of replicas.all) expect((await validate('REAL', '3.3.3.3')).status).toBe(429);
  pass(890);
  for (const _ of replicas.all) expect((await validate('REAL', '3.3.3.3')).status).toBe(429);
  pass(5);
  expect((await validate('REAL', '3.3.3.3')).status).toBe(200);
});

it('adds the misses of a workspace up over all replicas', async () => {
  for (let miss = 0; miss <= 60; miss += 1) await validate(`GUESS${miss}`, `20.0.0.${miss}`);
  for (const [index] of replicas.all.entries()) {
    expect((await validate('GUESS', `20.0.1.${index}`)).data.reason).toBe('NOT_APPLICABLE');
    expect((await validate('REAL', `20.0.2.${index}`)).data.applies).toBe(true);
  }
});

it('asks the database no more about an address that is over its limit', async () => {
  const ask = () => validate('REAL', '1.1.1.3');
  for (let time = 0; time < 8; time += 1) await ask();
  const { storage } = replicas.service.deps;
  const rows = () => storage.reader.selectFrom('rate_limits').selectAll().orderBy('key').execute();
  const before = await rows();
  expect(before.find(({ key }) => key.endsWith('1.1.1.3'))?.points).toBeGreaterThan(5);
  for (let time = 0; time < 9; time += 1) expect((await ask()).status).toBe(429);
  expect(await rows()).toEqual(before);
});

it('forgets windows that are over', async () => {
  await validate('REAL', '1.1.1.4');
  const { storage } = replicas.service.deps;
  expect(await storage.write((tx) => purgeRateLimits(tx, clock))).toBe(0);
  expect(await storage.write((tx) => purgeRateLimits(tx, clock + 5_000))).toBe(1);
});
