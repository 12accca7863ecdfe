import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestService, type Answer, type TestService } from '../http/support/test-service.js';
import { storlaunchClient, type StorlaunchClient } from './support/storlaunch-client.js';

let service: TestService;
let storlaunch: StorlaunchClient;
let made = 0;
beforeAll(async () => {
  service = await openTestService();
  storlaunch = storlaunchClient(service, service.secretKey);
});
afterAll(() => service.close());

/** The example of Storlaunch's page. */
const launch = {
  type: 'percent',
  value: 10,
  currency: 'IDR',
  minPurchaseAmount: 100_000,
  maxUsesTotal: 500,
  expiresAt: '2027-06-01T00:00:00Z',
  public: true,
};

async function makeCode(fields: object = {}): Promise<{ id: string; code: string }> {
  made += 1;
  const answer = await storlaunch('POST', '/discount-codes', { code: `LAUNCH${made}`, ...launch, ...fields });
  expect(answer.status).toBe(201);
  return answer.data;
}

const metaOf = (answer: Answer) => (JSON.parse(answer.text) as { meta: object }).meta;

describe('Storlaunch: codes', () => {
  it('are made with a secret key, and counted under both names', async () => {
    expect(await makeCode()).toMatchObject({
      id: expect.stringMatching(/^disc_/),
      ...launch,
      expiresAt: '2027-06-01T00:00:00.000Z',
      usesTotal: 0,
      redemptionCount: 0,
      productIds: [],
      tagFilter: [],
    });
  });

  it('are made once under either idempotency header', async () => {
    for (const header of ['x-idempotency-key', 'idempotency-key']) {
      const body = { code: `ONCE-${header}`, ...launch };
      const ask = () => storlaunch('POST', '/discount-codes', body, { [header]: `by ${header}` });
      const first = await ask();
      const again = await ask();
      expect([again.status, again.text]).toEqual([201, first.text]);
    }
  });

  it('are listed as an array, with both forms of the page', async () => {
    await makeCode();
    await makeCode();
    const first = await storlaunch('GET', '/discount-codes?limit=1');
    expect(first.data).toHaveLength(1);
    const meta = metaOf(first) as { cursor: string };
    expect(meta).toMatchObject({ hasMore: true, page: { limit: 1, hasMore: true, nextCursor: meta.cursor } });
    const second = await storlaunch('GET', `/discount-codes?limit=1&cursor=${meta.cursor}&active=true`);
    expect(second.data[0].id).not.toBe(first.data[0].id);
  });

  it('are retrieved, changed but for the code, and archived', async () => {
    const { id, code } = await makeCode();
    expect((await storlaunch('GET', `/discount-codes/${id}`)).data.code).toBe(code);
    expect((await storlaunch('PATCH', `/discount-codes/${id}`, { value: 15 })).data.value).toBe(15);
    const renamed = await storlaunch('PATCH', `/discount-codes/${id}`, { code: 'OTHER' });
    expect([renamed.status, renamed.error?.code]).toEqual([400, 'VALIDATION_ERROR']);
    expect((await storlaunch('DELETE', `/discount-codes/${id}`)).data).toMatchObject({ id, active: false });
  });

  it.each([
    ['twice', async () => ({ code: (await makeCode()).code.toLowerCase(), ...launch }), 409, 'CODE_EXISTS'],
    ['without a value', () => ({ code: 'X1', ...launch, value: undefined }), 400, 'VALIDATION_ERROR'],
  ])('are refused %s', async (_, body, status, code) => {
    const answer = await storlaunch('POST', '/discount-codes', await body());
    expect([answer.status, answer.error?.code]).toEqual([status, code]);
  });

  it.each([
    ['no key', null, 401, 'AUTH_REQUIRED'],
    ['an unknown key', 'sk_live_unknown', 401, 'INVALID_API_KEY'],
    ['a publishable key', 'pk', 403, 'FORBIDDEN'],
  ])('are closed to %s', async (_, key, status, code) => {
    const client = storlaunchClient(service, key === 'pk' ? service.publishableKey : key);
    const answer = await client('GET', '/discount-codes');
    expect([answer.status, answer.error?.code]).toEqual([status, code]);
  });

  it('have no question of their own for a key: Storlaunch has no such route', async () => {
    const answer = await storlaunch('POST', '/discount-codes/validate', { code: 'X' });
    expect([answer.status, answer.error?.code]).toEqual([404, 'NOT_FOUND']);
  });
});

describe('Storlaunch: the public calls', () => {
  const ask = (body: object) =>
    storlaunchClient(service, null)('POST', '/storefront/public/validate-discount', {
      merchantSlug: service.slug,
      subtotal: 200_000,
      currency: 'IDR',
      ...body,
    });

  it('say what a code gives, with the shipping under its own name', async () => {
    const { code } = await makeCode();
    const answer = await ask({
      code,
      shipping: 10_000,
      items: [{ productId: 'p1', price: 100_000, quantity: 2, tags: [] }],
    });
    expect(answer.data).toMatchObject({ valid: true, discountAmount: 20_000, discountShipping: 0 });
    const shipping = await makeCode({ type: 'shipping_fixed', value: 4_000 });
    expect((await ask({ code: shipping.code, shipping: 10_000 })).data).toMatchObject({
      discountAmount: 0,
      discountShipping: 4_000,
    });
  });

  it.each([
    ['INACTIVE', { active: false }],
    ['NOT_YET_VALID', { startsAt: '2027-01-01T00:00:00Z' }],
    ['EXPIRED', { expiresAt: '2026-01-01T00:00:00Z' }],
    ['MAX_USES_REACHED', { maxUsesTotal: 1 }],
    ['MIN_PURCHASE_NOT_MET', { minPurchaseAmount: 300_000 }],
    ['SCOPE_MISMATCH', { scope: 'products', productIds: ['p9'] }],
    ['CUSTOMER_LIMIT_REACHED', { maxUsesPerCustomer: 1 }],
  ])('give the reason %s', async (reason, fields) => {
    const { code } = await makeCode(fields);
    if (reason === 'MAX_USES_REACHED') {
      const order = { code, orderId: 'order-1', subtotal: 200_000, currency: 'IDR' };
      await service.ask('POST', '/v1/discount-codes/redeem', { body: order });
    }
    const answer = await ask({ code });
    expect(answer.status).toBe(200);
    expect(answer.data).toMatchObject({ valid: false, reason, discountAmount: 0, discountShipping: 0 });
  });

  it('list what is public', async () => {
    const shop = await service.makeWorkspace();
    const client = storlaunchClient(service, shop.secretKey);
    await client('POST', '/discount-codes', { code: 'OPEN', ...launch });
    await client('POST', '/discount-codes', { code: 'SECRET', ...launch, public: false });
    const path = `/storefront/public/${shop.slug}/discount-codes?currency=IDR&subtotal=200000`;
    const answer = await storlaunchClient(service, null)('GET', path);
    expect(answer.data.items).toMatchObject([{ code: 'OPEN', estimatedDiscount: 20_000, eligible: true }]);
  });

  it('know no other shop', async () => {
    const answer = await ask({ code: 'X', merchantSlug: 'nobody-here' });
    expect([answer.status, answer.error?.code]).toEqual([404, 'NOT_FOUND']);
  });
});

describe('Storlaunch: the module', () => {
  it('is told, switched off and on, and nothing is lost', async () => {
    const shop = await service.makeWorkspace();
    const client = storlaunchClient(service, shop.secretKey);
    await client('POST', '/discount-codes', { code: 'KEEP', ...launch });
    const modules = { modules: { marketing: true }, allowed: { marketing: true }, plan: 'starter' };
    expect((await client('GET', '/modules')).data).toEqual(modules);
    await client('POST', '/modules', { module: 'marketing', enabled: false });
    expect((await client('GET', '/discount-codes')).error?.code).toBe('MARKETING_MODULE_DISABLED');
    expect((await client('POST', '/modules', { module: 'marketing', enabled: true })).data).toEqual(modules);
    expect((await client('GET', '/discount-codes')).data).toMatchObject([{ code: 'KEEP' }]);
  });

  it('needs a plan', async () => {
    const shop = await service.makeWorkspace({ plan: 'free', marketing: false });
    const answer = await storlaunchClient(service, shop.secretKey)('POST', '/modules', {
      module: 'marketing',
      enabled: true,
    });
    expect([answer.status, answer.error?.code]).toEqual([403, 'UPGRADE_REQUIRED']);
  });
});
