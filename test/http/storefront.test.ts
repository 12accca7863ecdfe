import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signCustomerToken } from '../../server/src/services/customer-token.js';
import { tempFolder } from '../support/temp-folder.js';
import { openTestService, type TestService } from './support/test-service.js';

let service: TestService;
const script = 'console.log("hemat")';
const integrity = `sha384-${createHash('sha384').update(script).digest('base64')}`;
beforeAll(async () => {
  const scriptFolder = tempFolder('script');
  mkdirSync(scriptFolder, { recursive: true });
  writeFileSync(join(scriptFolder, 'hemat.js'), script);
  writeFileSync(
    join(scriptFolder, 'manifest.json'),
    JSON.stringify({ version: '1.2.3', file: 'hemat.js', integrity }),
  );
  service = await openTestService({ scriptFolder, publicUrl: 'https://promo.example' });
  await service.makeCode({ code: 'SMALL', value: 5, public: true, title: '5% off' });
  await service.makeCode({
    code: 'BIG',
    value: 20,
    public: true,
    currency: 'IDR',
    minPurchaseAmount: 200_000,
  });
  await service.makeCode({ code: 'COFFEE', value: 30, public: true, scope: 'tags', tagFilter: ['coffee'] });
  await service.makeCode({ code: 'HIDDEN', value: 50 });
  await service.makeCode({ code: 'LATER', value: 50, public: true, startsAt: '2026-12-01T00:00:00Z' });
  await service.makeCode({ code: 'PAUSED', value: 50, public: true, active: false });
});
afterAll(() => service.close());

const publicAsk = (path: string, headers: Record<string, string> = {}) =>
  service.ask('GET', path, { key: null, headers });
const teaser = (query = '', named = service.slug) =>
  publicAsk(`/v1/storefront/public/${named}/discount-codes${query}`);
const validate = (body: object, how: object = {}) =>
  service.ask('POST', '/v1/storefront/public/validate-discount', {
    key: null,
    body: { workspace: service.slug, currency: 'IDR', subtotal: 100_000, ...body },
    ...how,
  });

describe('the teaser', () => {
  const summary = async (query: string) =>
    (await teaser(query)).data.items.map(
      (item: { code: string; eligible: boolean; estimatedDiscount: number }) =>
        `${item.code} ${item.eligible} ${item.estimatedDiscount}`,
    );

  it('lists the public codes that run, best saving first, with what is missing', async () => {
    expect(await summary('?subtotal=100000&currency=IDR')).toEqual([
      'SMALL true 5000',
      expect.stringMatching(/^(BIG|COFFEE) false 0$/),
      expect.stringMatching(/^(BIG|COFFEE) false 0$/),
    ]);
    expect(await summary('?subtotal=200000&currency=idr&tags=tea,coffee')).toEqual([
      'COFFEE true 60000',
      'BIG true 40000',
      'SMALL true 10000',
    ]);
    const { data } = await teaser('?subtotal=150000&currency=IDR');
    const big = data.items.find(({ code }: { code: string }) => code === 'BIG');
    expect(big.missing).toEqual([{ kind: 'minPurchase', shortBy: 50_000 }]);
    expect(big.terms).toMatchObject({ code: 'BIG', value: 20, minPurchaseAmount: 200_000 });
  });

  it('tells nothing of uses, names and private codes', async () => {
    const { text } = await teaser();
    for (const hidden of ['HIDDEN', 'LATER', 'PAUSED', 'usesTotal', 'maxUses', 'metadata', 'description']) {
      expect(text).not.toContain(hidden);
    }
  });

  it('is found by slug, by id, by key, and under its older name', async () => {
    const { data } = await teaser();
    expect((await teaser('', service.id)).data).toEqual(data);
    expect((await publicAsk(`/v1/discount-codes/applicable/${service.id}`)).data).toEqual(data);
    for (const key of [service.publishableKey, service.secretKey]) {
      const path = `/v1/discount-codes/applicable/${service.id}`;
      expect((await service.ask('GET', path, { key })).data).toEqual(data);
    }
  });

  it('may be kept for 30 seconds, and is not sent again while it stands', async () => {
    const first = await teaser();
    const etag = first.headers.get('etag') ?? '';
    expect(first.headers.get('cache-control')).toBe('public, max-age=30');
    expect(etag).toMatch(/^W\/"[\w-]{27}"$/);
    service.pass(10_000);
    const same = await publicAsk(`/v1/storefront/public/${service.slug}/discount-codes`, {
      'if-none-match': `"other", ${etag}`,
    });
    expect([same.status, same.text, same.headers.get('etag')]).toEqual([304, '', etag]);
    expect((await teaser('?subtotal=5')).headers.get('etag')).not.toBe(etag);
    const { id } = await service.makeCode({ code: 'NEWEST', public: true });
    const headers = { 'if-none-match': etag };
    const changed = await publicAsk(`/v1/storefront/public/${service.slug}/discount-codes`, headers);
    expect(changed.status).toBe(200);
    await service.ask('DELETE', `/v1/discount-codes/${id}`);
  });

  it.each([
    ['?subtotal=-1', 'subtotal'],
    ['?subtotal=1.5', 'subtotal'],
    ['?currency=XXZ', 'currency'],
    ['?region=Jakarta', 'region'],
  ])('refuses %s', async (query, field) => {
    expect((await teaser(query)).error).toMatchObject({ code: 'VALIDATION_ERROR', field });
  });
});

describe('validate from a page', () => {
  it('answers as validate does, without what only a secret key is told', async () => {
    const { status, data } = await validate({ code: 'small' });
    expect([status, data.applies, data.discountAmount]).toEqual([200, true, 5000]);
    expect(data).not.toHaveProperty('checks');
    expect(data).not.toHaveProperty('usesLeft');
    expect(data.quote).toEqual(expect.any(String));
  });

  it.each([
    ['a slug', () => ({ workspace: service.slug })],
    ['an id', () => ({ workspace: service.id })],
    ['merchantSlug', () => ({ workspace: undefined, merchantSlug: service.slug })],
    ['accountId', () => ({ workspace: undefined, accountId: service.id })],
  ])('finds the workspace by %s', async (_, named) => {
    expect((await validate({ code: 'SMALL', ...named() })).data.applies).toBe(true);
  });

  it('finds the workspace by a publishable key alone, and refuses a key of another', async () => {
    const keyed = { key: service.publishableKey };
    expect((await validate({ code: 'SMALL', workspace: undefined }, keyed)).data.applies).toBe(true);
    const other = await service.makeWorkspace();
    expect((await validate({ code: 'SMALL' }, { key: other.publishableKey })).error?.code).toBe('NOT_FOUND');
    expect((await validate({ code: 'SMALL' }, { key: 'pk_live_typo' })).error?.code).toBe('INVALID_API_KEY');
  });

  it.each([
    [{ workspace: undefined }, 'VALIDATION_ERROR', 'workspace'],
    [{ workspace: 'nobody' }, 'NOT_FOUND', 'workspace'],
    [{ workspace: 'acc_nobody' }, 'NOT_FOUND', 'workspace'],
  ])('refuses %j', async (named, code, field) => {
    expect((await validate({ code: 'SMALL', ...named })).error).toMatchObject({ code, field });
  });

  it('believes no bare customer', async () => {
    await service.makeCode({ code: 'PERSONAL', maxUsesPerCustomer: 1 });
    const { data } = await validate({ code: 'PERSONAL', customerId: 'anybody' });
    expect(data).toMatchObject({ reason: 'CUSTOMER_REQUIRED', missing: [{ kind: 'customer' }] });
  });

  it('refuses a customer token that the shop did not sign', async () => {
    const { error } = await validate({ code: 'SMALL', customerToken: 'ct_eyJ9.abc' });
    expect(error).toMatchObject({ code: 'VALIDATION_ERROR', field: 'customerToken' });
  });

  it.each([
    ['a NUL', 'cus\0'],
    ['half a character', 'cus\ud800'],
  ])('refuses a customer token that the shop signed for an id with %s, and does not fail', async (_, id) => {
    const expiresAt = new Date(service.now() + 60_000).toISOString();
    const keyHash = createHash('sha256').update(service.secretKey).digest();
    const customerToken = signCustomerToken(keyHash, { customerId: id, expiresAt });
    const { error } = await validate({ code: 'SMALL', customerToken });
    expect(error).toMatchObject({ code: 'VALIDATION_ERROR', field: 'customerToken' });
  });

  it('speaks the language that the page asks for', async () => {
    const ask = async (language: string) => {
      const headers = { 'accept-language': language };
      const { data } = await validate({ code: 'BIG' }, { headers });
      return data.message as string;
    };
    expect(await ask('en')).toMatch(/100,000/);
    expect(await ask('id-ID,id;q=0.9,en;q=0.8')).toMatch(/Rp\u00a0100\.000/);
    expect(await ask('fr')).toBe(await ask('en'));
  });
});

describe('a workspace that hides reasons', () => {
  const ask = async (code: string) => (await validate({ code })).data;
  beforeAll(async () => {
    await service.makeCode({ code: 'OVER', expiresAt: '2026-11-20T00:00:00Z' });
    await service.makeCode({ code: 'FULL', maxUsesTotal: 1 });
    await service.ask('POST', '/v1/discount-codes/redeem', {
      body: { code: 'FULL', orderId: 'full', currency: 'IDR', subtotal: 1000 },
    });
    await service.ask('PATCH', '/v1/workspace', { body: { publicReasons: 'generic' } });
  });
  afterAll(() => service.ask('PATCH', '/v1/workspace', { body: { publicReasons: 'full' } }));

  it('answers alike for unknown, paused, later, over and used up', async () => {
    const shape = ({ code: _, ...rest }: Record<string, unknown>) => rest;
    const unknown = await ask('NOSUCH');
    expect(unknown).toMatchObject({ applies: false, reason: 'NOT_APPLICABLE', missing: [] });
    expect(unknown).not.toHaveProperty('terms');
    for (const code of ['PAUSED', 'LATER', 'OVER', 'FULL']) {
      expect(shape(await ask(code))).toEqual(shape(unknown));
    }
  });

  it('still says what the shopper can act on', async () => {
    expect((await ask('BIG')).reason).toBe('MIN_PURCHASE_NOT_MET');
    expect((await ask('COFFEE')).reason).toBe('SCOPE_MISMATCH');
  });

  it('hides nothing from a secret key', async () => {
    const body = { code: 'PAUSED', currency: 'IDR', subtotal: 1000 };
    const { data } = await service.ask('POST', '/v1/discount-codes/validate', { body });
    expect(data.reason).toBe('INACTIVE');
  });
});

describe('the element script', () => {
  it('is served by version for ever, pinned by its hash', async () => {
    const { status, headers, text } = await publicAsk('/v1.2.3/hemat.js', { origin: 'https://any.example' });
    expect([status, text]).toEqual([200, script]);
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-type': 'text/javascript; charset=utf-8',
      'access-control-allow-origin': '*',
      'cache-control': 'public, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
    });
    expect(`sha384-${createHash('sha384').update(text).digest('base64')}`).toBe(integrity);
  });

  it('moves under its major version', async () => {
    const { text, headers } = await publicAsk('/v1/hemat.js');
    expect([text, headers.get('cache-control')]).toEqual([script, 'public, max-age=300']);
    const etag = headers.get('etag') ?? '';
    expect((await publicAsk('/v1/hemat.js', { 'if-none-match': etag })).status).toBe(304);
  });

  it.each(['/v1.2.4/hemat.js', '/v2/hemat.js', '/v1.2.3/manifest.json', '/v1.2.3/../package.json'])(
    'is nowhere else: %s',
    async (path) => {
      expect((await publicAsk(path)).error?.code).toBe('NOT_FOUND');
    },
  );

  it('stands in the snippet with its hash', async () => {
    const { data } = await publicAsk(`/v1/embed?workspace=${service.slug}`);
    expect(data).toMatchObject({
      scriptUrl: 'https://promo.example/v1.2.3/hemat.js',
      latestUrl: 'https://promo.example/v1/hemat.js',
      integrity,
      version: '1.2.3',
      workspace: service.slug,
    });
    for (const part of [data.scriptUrl, integrity, `data-workspace="${service.slug}"`, 'crossorigin']) {
      expect(data.snippet).toContain(part);
    }
  });

  it('says that it was not built where it was not', async () => {
    const bare = await openTestService({ scriptFolder: tempFolder('no-script') });
    const embed = await bare.ask('GET', `/v1/embed?workspace=${bare.slug}`, { key: null });
    expect(embed.error?.code).toBe('UNAVAILABLE');
    expect((await bare.ask('GET', '/v1/hemat.js', { key: null })).error?.code).toBe('NOT_FOUND');
    await bare.close();
  });
});
