import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestService, type TestService } from '../http/support/test-service.js';
import { riplloClient, type RiplloCall, type RiplloClient } from './support/ripllo-client.js';

let service: TestService;
let ripllo: RiplloClient;
let made = 0;
beforeAll(async () => {
  service = await openTestService();
  ripllo = riplloClient(service, await service.makeKey('signed', ['admin']));
});
afterAll(() => service.close());

/** A code made the way Ripllo's SDKs make one. */
async function makeCode(fields: object = {}): Promise<{ id: string; code: string }> {
  made += 1;
  const body = { code: `SPRING${made}`, type: 'percent', value: 10, currency: 'IDR', ...fields };
  const answer = await ripllo('POST', '/discount-codes', { body, idempotencyKey: `idem_${made}` });
  expect(answer.status).toBe(201);
  return answer.data;
}

const question = (code: string, more: object = {}) => ({
  accountId: service.id,
  code,
  subtotal: 250_000,
  currency: 'IDR',
  ...more,
});

describe('Ripllo: a signed call', () => {
  it('is let in, its query unsigned', async () => {
    expect((await ripllo('GET', '/discount-codes?limit=5&active=true')).status).toBe(200);
  });

  it.each<[string, RiplloCall, number, string]>([
    [
      'another secret',
      { headers: { authorization: `Ripllo-HMAC-SHA256 keyId=KEY, scope=*, signature=${'0'.repeat(64)}` } },
      401,
      'BAD_SIGNATURE',
    ],
    [
      'a header that is not whole',
      { headers: { authorization: 'Ripllo-HMAC-SHA256 keyId=KEY' } },
      401,
      'AUTH_REQUIRED',
    ],
    ['a clock five minutes behind', { ago: 301 }, 401, 'CLOCK_SKEW'],
    ['a clock five minutes ahead', { ago: -301 }, 401, 'CLOCK_SKEW'],
    ['a time that is none', { headers: { 'x-ripllo-timestamp': 'noon' } }, 401, 'INVALID_TIMESTAMP'],
    ['an account without the platform scope', { onBehalfOf: 'acc_1' }, 403, 'FORBIDDEN_ONBEHALF'],
  ])('is refused with %s', async (_, call, status, code) => {
    const key = await service.makeKey('signed', ['read']);
    const client = riplloClient(service, key);
    const headers = Object.entries(call.headers ?? {}).map(([name, value]) => [
      name,
      value.replace('KEY', key.keyId),
    ]);
    const answer = await client('GET', '/discount-codes', { ...call, headers: Object.fromEntries(headers) });
    expect([answer.status, answer.error?.code]).toEqual([status, code]);
    expect(answer.meta.requestId).toMatch(/^req_/);
  });

  it('is let in within 300 seconds', async () => {
    expect((await ripllo('GET', '/discount-codes', { ago: 299 })).status).toBe(200);
  });

  it('of an unknown key is refused', async () => {
    const client = riplloClient(service, { keyId: 'AKIARPLOUNKNOWN', secret: 'x' });
    expect((await client('GET', '/discount-codes')).error?.code).toBe('INVALID_KEY');
  });

  it('of a revoked key is refused', async () => {
    const key = await service.makeKey('signed', ['admin']);
    await ripllo('POST', `/api-keys/${key.id}/revoke`, { body: {} });
    const answer = await riplloClient(service, key)('GET', '/discount-codes');
    expect([answer.status, answer.error?.code]).toEqual([401, 'REVOKED_KEY']);
  });

  it('with a body of {} is let in, whether it was signed as it is or as nothing', async () => {
    for (const signedBody of ['{}', '']) {
      const key = await service.makeKey('signed', ['read']);
      const answer = await ripllo('POST', `/api-keys/${key.id}/revoke`, { body: {}, signedBody });
      expect(answer.status).toBe(200);
    }
  });

  it('is verified over the bytes that came, not over what they mean', async () => {
    const body = { code: 'MÜSLI-1', type: 'percent', value: 10, currency: 'IDR', description: 'a <b> & "é"' };
    expect((await ripllo('POST', '/discount-codes', { body })).status).toBe(201);
  });

  it('may be a secret key of ours instead', async () => {
    expect((await service.ask('GET', '/api/v1/discount-codes')).status).toBe(200);
  });

  it('with a platform key acts for an account', async () => {
    const account = await service.makeWorkspace({ id: 'acc_ripllo1', slug: 'akun-ripllo' });
    const partner = riplloClient(service, await service.makeKey('signed', ['platform:admin']));
    const answer = await partner('POST', '/discount-codes', {
      body: { code: 'MITRA', type: 'fixed', value: 25_000, currency: 'IDR' },
      onBehalfOf: account.id,
    });
    expect(answer.data).toMatchObject({ accountId: account.id, code: 'MITRA' });
    expect((await ripllo('GET', `/discount-codes/${answer.data.id}`)).status).toBe(404);
  });
});

describe('Ripllo: codes', () => {
  it('are made, and answered with every field its clients know', async () => {
    const code = await makeCode({ minPurchaseAmount: 100_000, maxUsesTotal: 500, description: null });
    expect(code).toEqual({
      id: expect.stringMatching(/^disc_[0-9A-Z]{26}$/),
      accountId: service.id,
      code: code.code,
      description: null,
      type: 'percent',
      value: 10,
      currency: 'IDR',
      scope: 'cart',
      productIds: [],
      tagFilter: [],
      minPurchaseAmount: 100_000,
      maxUsesTotal: 500,
      maxUsesPerCustomer: null,
      startsAt: null,
      expiresAt: null,
      active: true,
      public: false,
      redemptionCount: 0,
      usesTotal: 0,
      source: null,
      sourceRefId: null,
      createdAt: expect.stringMatching(/Z$/),
      updatedAt: expect.stringMatching(/Z$/),
      archivedAt: null,
    });
  });

  it('take the words of the portal page for a scope', async () => {
    const tagged = await makeCode({ scope: 'tag', tagFilter: ['footwear'] });
    expect(tagged).toMatchObject({ scope: 'tags', tagFilter: ['footwear'] });
    expect(await makeCode({ scope: 'all' })).toMatchObject({ scope: 'cart' });
  });

  it('pass over what newer clients add', async () => {
    expect((await makeCode({ marketingCampaignId: 'mc_1' })).id).toMatch(/^disc_/);
  });

  it.each([
    ['without a currency', { currency: undefined }, 'currency'],
    ['without a code', { code: undefined }, 'code'],
    ['of more than 100 percent', { value: 101 }, 'value'],
    ['of an unknown type', { type: 'bogus' }, 'type'],
  ])('are refused %s', async (_, fields, field) => {
    const body = { code: 'BAD1', type: 'percent', value: 10, currency: 'IDR', ...fields };
    const answer = await ripllo('POST', '/discount-codes', { body });
    expect([answer.status, answer.error?.code, answer.error?.field]).toEqual([
      400,
      'VALIDATION_ERROR',
      field,
    ]);
  });

  it('are refused a second time, in any letter case', async () => {
    const { code } = await makeCode();
    const body = { code: code.toLowerCase(), type: 'percent', value: 10, currency: 'IDR' };
    const answer = await ripllo('POST', '/discount-codes', { body });
    expect([answer.status, answer.error?.code]).toEqual([409, 'CODE_EXISTS']);
  });

  it('are made once under an idempotency key, and its other use is a conflict', async () => {
    const body = { code: 'ONCE', type: 'percent', value: 10, currency: 'IDR' };
    const first = await ripllo('POST', '/discount-codes', { body, idempotencyKey: 'idem_once' });
    const again = await ripllo('POST', '/discount-codes', { body, idempotencyKey: 'idem_once' });
    expect(again.text).toBe(first.text);
    const other = await ripllo('POST', '/discount-codes', {
      body: { ...body, value: 11 },
      idempotencyKey: 'idem_once',
    });
    expect([other.status, other.error?.code]).toEqual([409, 'IDEMPOTENCY_KEY_IN_USE']);
  });

  it('are listed with both forms of the page', async () => {
    const other = await service.makeWorkspace();
    const ask = (path: string) =>
      service.ask('GET', `/api/v1/discount-codes${path}`, { key: other.secretKey });
    for (const code of ['A1', 'A2', 'A3']) {
      await service.ask('POST', '/api/v1/discount-codes', {
        key: other.secretKey,
        body: { code, type: 'percent', value: 10, currency: 'IDR', active: code !== 'A1' },
      });
    }
    const first = await ask('?limit=2');
    expect(first.data).toMatchObject({ total: 3, hasMore: true, nextCursor: expect.any(String) });
    const { meta } = JSON.parse(first.text) as { meta: object };
    const cursor = first.data.nextCursor as string;
    expect(meta).toMatchObject({
      cursor,
      hasMore: true,
      page: { limit: 2, nextCursor: cursor, hasMore: true },
    });
    const rest = await ask(`?limit=2&cursor=${cursor}`);
    expect(rest.data).toMatchObject({ nextCursor: null, hasMore: false });
    const codes = [...first.data.items, ...rest.data.items].map(({ code }: { code: string }) => code);
    expect(codes).toEqual(['A3', 'A2', 'A1']);
    expect((await ask('?active=True')).data.total).toBe(2);
  });

  it('change in everything but the code, and in the type until they are used', async () => {
    const { id, code } = await makeCode();
    const patched = await ripllo('PATCH', `/discount-codes/${id}`, {
      body: { value: 15, maxUsesTotal: 3, type: 'percent' },
    });
    expect(patched.data).toMatchObject({ id, value: 15, maxUsesTotal: 3 });
    const renamed = await ripllo('PATCH', `/discount-codes/${id}`, { body: { code: 'OTHER' } });
    expect([renamed.status, renamed.error?.field]).toEqual([400, 'code']);
    const order = { code, orderId: 'order-type', subtotal: 250_000, currency: 'IDR' };
    expect((await ripllo('POST', '/discount-codes/redeem', { body: order })).status).toBe(201);
    const retyped = await ripllo('PATCH', `/discount-codes/${id}`, { body: { type: 'fixed', value: 1000 } });
    expect([retyped.status, retyped.error?.code]).toEqual([409, 'CONFLICT']);
  });

  it('are archived, not deleted', async () => {
    const { id, code } = await makeCode();
    const archived = await ripllo('DELETE', `/discount-codes/${id}`);
    expect(archived.data).toMatchObject({ id, active: false, archivedAt: expect.any(String) });
    expect((await ripllo('GET', `/discount-codes/${id}`)).data.active).toBe(false);
    const asked = await ripllo('POST', '/discount-codes/validate', { body: question(code) });
    expect(asked.data).toMatchObject({ valid: false, reason: 'INACTIVE' });
  });

  it('of nobody are not found, nor is what Ripllo has and Hemat has not', async () => {
    for (const path of ['/discount-codes/disc_0', '/referrals/program', '/nothing/here']) {
      const answer = await ripllo('GET', path);
      expect([answer.status, answer.error?.code]).toEqual([404, 'NOT_FOUND']);
    }
  });
});

describe('Ripllo: a question', () => {
  it('is answered with the code and both booleans', async () => {
    const { code, id } = await makeCode();
    const answer = await ripllo('POST', '/discount-codes/validate', {
      body: question(code.toLowerCase(), {
        shippingCost: 10_000,
        customerId: null,
        items: [{ productId: null, price: 125_000, quantity: 2, tags: [] }],
      }),
    });
    expect(answer.status).toBe(200);
    expect(answer.data).toMatchObject({
      valid: true,
      applies: true,
      reason: null,
      discountAmount: 25_000,
      discountShipping: 0,
      code: { id, code, redemptionCount: 0 },
    });
  });

  it('about shipping answers in discountShipping', async () => {
    const { code } = await makeCode({ type: 'shipping_percent', value: 50 });
    const answer = await ripllo('POST', '/discount-codes/validate', {
      body: question(code, { shippingCost: 10_000 }),
    });
    expect(answer.data).toMatchObject({ valid: true, discountAmount: 0, discountShipping: 5_000 });
  });

  it('never minds the account in the body', async () => {
    const { code } = await makeCode();
    const other = await service.makeWorkspace();
    const answer = await ripllo('POST', '/discount-codes/validate', {
      body: question(code, { accountId: other.id }),
    });
    expect(answer.data.valid).toBe(true);
  });

  it.each([
    ['an unknown code', null, {}, 'NOT_FOUND', 'not_found'],
    ['a paused one', { active: false }, {}, 'INACTIVE', 'inactive'],
    ['one to come', { startsAt: '2027-01-01T00:00:00Z' }, {}, 'NOT_YET_ACTIVE', 'not_yet_valid'],
    ['one that is over', { expiresAt: '2026-01-01T00:00:00Z' }, {}, 'EXPIRED', 'expired'],
    ['a used-up one', { maxUsesTotal: 1 }, {}, 'GLOBAL_LIMIT', 'out_of_uses'],
    [
      'one a customer has used',
      { maxUsesPerCustomer: 1 },
      { customerId: 'cust_1' },
      'PER_CUSTOMER_LIMIT',
      'customer_limit_reached',
    ],
    [
      'another currency',
      { type: 'fixed', value: 5, currency: 'USD' },
      {},
      'CURRENCY_MISMATCH',
      'currency_mismatch',
    ],
    ['too small a cart', { minPurchaseAmount: 300_000 }, {}, 'MIN_PURCHASE', 'min_purchase_not_met'],
    ['other products', { scope: 'products', productIds: ['prod_1'] }, {}, 'SCOPE_MISMATCH', 'scope_mismatch'],
  ])(
    'about %s is answered 200 with its reason, in both spellings',
    async (_, fields, more, reason, portalReason) => {
      const code = fields === null ? 'NOBODY' : (await makeCode(fields)).code;
      const isUsed = reason === 'GLOBAL_LIMIT' || reason === 'PER_CUSTOMER_LIMIT';
      if (isUsed) {
        const order = {
          code,
          orderId: `order-${code}`,
          customerId: 'cust_1',
          subtotal: 250_000,
          currency: 'IDR',
        };
        expect((await ripllo('POST', '/discount-codes/redeem', { body: order })).status).toBe(201);
      }
      const bySdk = await ripllo('POST', '/discount-codes/validate', { body: question(code, more) });
      expect(bySdk.status).toBe(200);
      expect(bySdk.data).toMatchObject({ valid: false, applies: false, reason, discountAmount: 0 });
      expect(bySdk.data.message).toMatch(/\w/);
      const portal = { code, subtotal: 250_000, currency: 'IDR', lineItems: [], customerId: null, ...more };
      const byPortal = await ripllo('POST', '/discount-codes/validate', { body: portal });
      expect(byPortal.data).toMatchObject({ applies: false, reason: portalReason });
    },
  );
});

describe('Ripllo: a redemption', () => {
  const bySdk = (discountCodeId: string, order: string, more: object = {}) => ({
    accountId: service.id,
    discountCodeId,
    checkoutSessionId: order,
    customerId: null,
    appliedAmount: 25_000,
    externalRef: order,
    ...more,
  });

  it('counts once, whatever is called again', async () => {
    const { id } = await makeCode();
    const body = bySdk(id, 'order-sdk', { orderGrossIdr: 250_000, appliedShipping: 0 });
    const first = await ripllo('POST', '/discount-codes/redeem', { body });
    const again = await ripllo('POST', '/discount-codes/redeem', { body });
    expect(first.data).toMatchObject({
      id: expect.stringMatching(/^red_/),
      created: true,
      appliedAmount: 25_000,
    });
    expect(again.data).toEqual({ ...first.data, created: false });
    expect((await ripllo('GET', `/discount-codes/${id}`)).data).toMatchObject({
      redemptionCount: 1,
      usesTotal: 1,
    });
  });

  it('is known by its checkout session where nothing else is sent', async () => {
    const { id } = await makeCode();
    const body = { ...bySdk(id, 'session-1'), externalRef: null };
    expect((await ripllo('POST', '/discount-codes/redeem', { body })).data.externalRef).toBe('session-1');
  });

  it('of another amount or code for the same order is a conflict', async () => {
    const { id } = await makeCode();
    const { id: other } = await makeCode();
    await ripllo('POST', '/discount-codes/redeem', { body: bySdk(id, 'order-conflict') });
    for (const body of [bySdk(id, 'order-conflict', { appliedAmount: 1 }), bySdk(other, 'order-conflict')]) {
      const answer = await ripllo('POST', '/discount-codes/redeem', { body });
      expect([answer.status, answer.error?.code]).toEqual([409, 'CONFLICT']);
    }
  });

  it('stands for a code that ended after it was shown, and says in the ledger when a cap was passed', async () => {
    const { id } = await makeCode({ maxUsesTotal: 1 });
    await ripllo('POST', '/discount-codes/redeem', { body: bySdk(id, 'order-cap-1') });
    await ripllo('PATCH', `/discount-codes/${id}`, { body: { active: false } });
    const answer = await ripllo('POST', '/discount-codes/redeem', { body: bySdk(id, 'order-cap-2') });
    expect(answer.data.created).toBe(true);
    const row = await service.ask('GET', `/v1/redemptions/${answer.data.id}`);
    expect(row.data).toMatchObject({ overLimit: true, discountAmount: 25_000, status: 'redeemed' });
  });

  it('of a strict cap that is full is refused with its reason', async () => {
    const { id } = await service.makeCode({ maxUsesTotal: 1, limitPolicy: 'strict' });
    await ripllo('POST', '/discount-codes/redeem', { body: bySdk(id, 'order-strict-1') });
    const answer = await ripllo('POST', '/discount-codes/redeem', { body: bySdk(id, 'order-strict-2') });
    expect([answer.status, answer.error?.code]).toEqual([422, 'GLOBAL_LIMIT']);
  });

  it('of an order that was locked takes the locked amounts', async () => {
    const { id, code } = await makeCode();
    const lock = { code, orderId: 'order-locked', subtotal: 100_000, currency: 'IDR' };
    await service.ask('POST', '/v1/discount-codes/lock', { body: lock });
    const answer = await ripllo('POST', '/discount-codes/redeem', { body: bySdk(id, 'order-locked') });
    expect(answer.data).toMatchObject({ created: true, appliedAmount: 10_000 });
  });

  it('in the form of the portal page is validated in full, and counted once', async () => {
    const { code } = await makeCode();
    const body = { code, customerId: 'cust_9', orderId: 'order-portal', subtotal: 250_000, currency: 'IDR' };
    const first = await ripllo('POST', '/discount-codes/redeem', { body });
    expect(first.data).toMatchObject({ created: true, appliedAmount: 25_000, orderId: 'order-portal' });
    expect((await ripllo('POST', '/discount-codes/redeem', { body })).data.created).toBe(false);
    const unknown = await ripllo('POST', '/discount-codes/redeem', {
      body: { ...body, code: 'NOBODY', orderId: 'o2' },
    });
    expect([unknown.status, unknown.error?.code]).toEqual([422, 'NOT_FOUND']);
  });

  it('without an order names what is missing', async () => {
    const { id } = await makeCode();
    const answer = await ripllo('POST', '/discount-codes/redeem', {
      body: { discountCodeId: id, appliedAmount: 1 },
    });
    expect([answer.status, answer.error?.code]).toEqual([400, 'VALIDATION_ERROR']);
  });

  it('leaves counters that an audit finds right', async () => {
    const { auditCounters } = await import('../../server/src/services/audit-counters.js');
    expect((await auditCounters(service.deps)).drift).toEqual([]);
  });
});

describe('Ripllo: what stands around', () => {
  it('the public list is answered with and without a signature', async () => {
    const shop = await service.makeWorkspace();
    const made = await service.ask('POST', '/api/v1/discount-codes', {
      key: shop.secretKey,
      body: {
        code: 'HELLO',
        type: 'percent',
        value: 10,
        currency: 'IDR',
        public: true,
        minPurchaseAmount: 100_000,
      },
    });
    expect(made.status).toBe(201);
    const path = `/discount-codes/applicable/${shop.id}?subtotal=250000&currency=IDR`;
    const item = {
      code: 'HELLO',
      description: null,
      type: 'percent',
      value: 10,
      currency: 'IDR',
      scope: 'cart',
      minPurchaseAmount: 100_000,
      expiresAt: null,
      estimatedDiscount: 25_000,
      eligible: true,
    };
    expect((await ripllo('GET', path)).data).toEqual({ items: [item] });
    expect((await service.ask('GET', `/api/v1${path}`, { key: null })).data).toEqual({ items: [item] });
  });

  it('a key is made with its secret once, signs, and is revoked', async () => {
    const created = await ripllo('POST', '/api-keys', { body: { name: 'Toko', scopes: ['read'] } });
    expect(created.status).toBe(201);
    const { apiKey, secret } = created.data;
    expect(apiKey).toMatchObject({
      id: expect.stringMatching(/^ak_/),
      keyId: expect.stringMatching(/^AKIA/),
      scopes: ['read'],
    });
    const client = riplloClient(service, { keyId: apiKey.keyId, secret });
    expect((await client('GET', '/discount-codes')).status).toBe(200);
    expect((await client('POST', '/discount-codes', { body: {} })).error?.code).toBe('FORBIDDEN');
    const listed = await ripllo('GET', '/api-keys');
    expect(listed.text).not.toContain(secret);
    expect(listed.data.apiKeys.map(({ id }: { id: string }) => id)).toContain(apiKey.id);
    const revoked = await ripllo('POST', `/api-keys/${apiKey.id}/revoke`, { body: {} });
    expect(revoked.data).toEqual({ apiKey: { id: apiKey.id, revokedAt: expect.any(String) } });
  });

  it('the audit log lists who did what', async () => {
    const answer = await ripllo('GET', '/audit-log?limit=1');
    const only = async (query: string) =>
      (await ripllo('GET', `/audit-log?limit=5&${query}`)).data.entries as {
        action: string;
        targetType: string;
      }[];
    for (const query of ['action=api_key.created', 'eventType=api_key.created']) {
      expect(new Set((await only(query)).map(({ action }) => action))).toEqual(new Set(['api_key.created']));
    }
    const ofCodes = (await only('target_type=discount_code')).map(({ targetType }) => targetType);
    expect(new Set(ofCodes)).toEqual(new Set(['discount_code']));
    const [entry] = answer.data.entries;
    expect(entry).toMatchObject({
      actorType: 'api_key',
      action: expect.any(String),
      targetType: expect.any(String),
    });
  });

  it('while the module is off, codes answer so, and payments go on', async () => {
    const shop = await service.makeWorkspace();
    const key = shop.secretKey;
    const body = { code: 'OFF', type: 'percent', value: 10, currency: 'IDR' };
    await service.ask('POST', '/api/v1/discount-codes', { key, body });
    const order = { code: 'OFF', orderId: 'order-off', subtotal: 100_000, currency: 'IDR' };
    await service.ask('POST', '/v1/discount-codes/lock', { key, body: order });
    await service.ask('PATCH', '/v1/modules', { key, body: { marketing: false } });
    const listed = await service.ask('GET', '/api/v1/discount-codes', { key });
    expect([listed.status, listed.error?.code]).toEqual([409, 'MARKETING_MODULE_DISABLED']);
    expect((await service.ask('POST', '/api/v1/discount-codes/redeem', { key, body: order })).status).toBe(
      201,
    );
  });
});
