import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openTestService, type TestService } from './support/test-service.js';

let service: TestService;
beforeAll(async () => {
  service = await openTestService();
  await service.makeCode({ code: 'OPEN', public: true });
});
afterAll(() => service.close());

const allow = (...allowedOrigins: string[]) =>
  service.ask('PATCH', '/v1/workspace', { body: { allowedOrigins } });
beforeEach(() => allow());

const shop = 'https://shop.example';
const body = () => ({ workspace: service.slug, code: 'OPEN', currency: 'IDR', subtotal: 100_000 });
const validate = (origin: string, how: object = {}) =>
  service.ask('POST', '/v1/storefront/public/validate-discount', {
    key: null,
    headers: { origin },
    body: body(),
    ...how,
  });
const teaserPath = () => `/v1/storefront/public/${service.slug}/discount-codes`;
const originOf = ({ headers }: { headers: Headers }) => headers.get('access-control-allow-origin');

describe('a page', () => {
  it.each([
    ['any origin', [], shop, true],
    ['the very origin', [shop], shop, true],
    ['an origin in another letter case', [shop], 'https://SHOP.example', true],
    ['another port', [shop], 'https://shop.example:8443', false],
    ['another scheme', [shop], 'http://shop.example', false],
    ['a longer host', [shop], 'https://shop.example.evil.test', false],
    ['a host below a wildcard', ['https://*.toko.example'], 'https://a.toko.example', true],
    ['a host far below a wildcard', ['https://*.toko.example'], 'https://a.b.toko.example', true],
    ['the wildcard’s own host', ['https://*.toko.example'], 'https://toko.example', false],
    ['a host that only ends alike', ['https://*.toko.example'], 'https://eviltoko.example', false],
    ['a wildcard inside a label', ['https://*.toko.example'], 'https://evil.test/.toko.example', false],
    ['a sandboxed frame', [shop], 'null', false],
  ])('of %s is answered as the list says', async (_, allowed, origin, isAllowed) => {
    await allow(...allowed);
    const answer = await validate(origin);
    expect(answer.status).toBe(isAllowed ? 200 : 403);
    expect(answer.error?.code ?? 'ok').toBe(isAllowed ? 'ok' : 'ORIGIN_NOT_ALLOWED');
    expect(originOf(answer)).toBe(isAllowed ? origin : null);
    expect(answer.headers.get('vary')).toContain('origin');
    expect(answer.headers.get('access-control-allow-credentials')).toBeNull();
  });

  it('is held to the list on the teaser and the snippet too', async () => {
    await allow(shop);
    for (const path of [teaserPath(), `/v1/embed?workspace=${service.slug}`]) {
      const headers = { origin: 'https://elsewhere.example' };
      expect((await service.ask('GET', path, { key: null, headers })).status).toBe(403);
    }
  });

  it('can read why it was refused, and the headers it needs', async () => {
    const answer = await validate(shop, { body: { ...body(), code: 1 } });
    expect([answer.status, originOf(answer)]).toEqual([400, shop]);
    const exposed = answer.headers.get('access-control-expose-headers')?.split(', ');
    expect(exposed).toEqual(expect.arrayContaining(['x-request-id', 'retry-after', 'etag']));
  });

  it('sees a change of the list at once', async () => {
    expect((await validate(shop)).status).toBe(200);
    await allow('https://another.example');
    expect((await validate(shop)).status).toBe(403);
  });
});

it('a caller without an origin is no page, and is answered', async () => {
  await allow(shop);
  const { status, headers } = await service.ask('GET', teaserPath(), { key: null });
  expect(status).toBe(200);
  expect(headers.get('access-control-allow-origin')).toBeNull();
});

describe('a preflight', () => {
  const preflight = (path: string, origin = shop) =>
    service.ask('OPTIONS', path, {
      key: null,
      headers: {
        origin,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'content-type',
      },
    });

  it.each([
    '/v1/storefront/public/validate-discount',
    '/v1/embed',
    '/v1/discount-codes/applicable/usr_unknown',
    '/v1/storefront/public/unknown/discount-codes',
  ])('of %s is answered without knowing the workspace', async (path) => {
    await allow('https://another.example');
    const { status, headers } = await preflight(path);
    expect(status).toBe(204);
    expect(Object.fromEntries(headers)).toMatchObject({
      'access-control-allow-origin': shop,
      'access-control-allow-methods': 'GET, POST',
      'access-control-allow-headers': expect.stringContaining('content-type'),
    });
  });

  it('is refused where the path names a workspace that does not allow the origin', async () => {
    await allow('https://another.example');
    const answer = await preflight(teaserPath());
    expect([answer.status, answer.error?.code, originOf(answer)]).toEqual([403, 'ORIGIN_NOT_ALLOWED', null]);
  });

  it('of a call for back ends is not answered', async () => {
    const answer = await preflight('/v1/discount-codes/lock');
    expect([answer.status, originOf(answer)]).toEqual([404, null]);
  });
});

describe('a list of origins', () => {
  it.each([
    'shop.example',
    'https://shop.example/path',
    'https://*',
    'https://*.com/',
    '*',
    'ftp://a.example',
    'javascript:x',
  ])('does not take %s', async (origin) => {
    const { status, error } = await allow(origin);
    expect([status, error?.field]).toEqual([400, 'allowedOrigins.0']);
  });

  it.each([
    'https://shop.example',
    'http://localhost:5173',
    'https://*.toko.example',
    'https://a.example:8443',
  ])('takes %s', async (origin) => {
    expect((await allow(origin)).data.allowedOrigins).toEqual([origin]);
  });
});
