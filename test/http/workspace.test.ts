import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestService, type TestService } from './support/test-service.js';

let service: TestService;
beforeAll(async () => {
  service = await openTestService();
});
afterAll(() => service.close());

const patch = (body: object) => service.ask('PATCH', '/v1/workspace', { body });
const cart = { currency: 'IDR', subtotal: 100_000 };

describe('settings', () => {
  it('change one by one, and null takes away what may be absent', async () => {
    const body = {
      name: 'Toko Baru',
      defaultCurrency: 'usd',
      timeZone: 'Asia/Makassar',
      roundingIncrement: 100,
      publicReasons: 'generic',
      defaultLimitPolicy: 'strict',
      defaultHoldMinutes: 5,
    };
    const changed = await patch(body);
    expect(changed.data).toMatchObject({ ...body, defaultCurrency: 'USD', slug: service.slug });
    expect((await service.ask('GET', '/v1/workspace')).data).toEqual(changed.data);
    const cleared = await patch({ roundingIncrement: null, name: null });
    expect(cleared.data).toMatchObject({ roundingIncrement: null, name: 'Toko Baru' });
    await patch({
      defaultCurrency: 'IDR',
      timeZone: 'Asia/Jakarta',
      publicReasons: 'full',
      defaultLimitPolicy: 'honor',
      defaultHoldMinutes: 60,
    });
  });

  it('stand in the audit log', async () => {
    await patch({ name: 'Audited' });
    const { data } = await service.ask('GET', `/v1/audit-log?target=${service.id}&limit=1`);
    expect(data.items[0]).toMatchObject({ action: 'workspace.updated', after: { name: 'Audited' } });
  });

  it('are felt by the next call: the rounding increment', async () => {
    const { code } = await service.makeCode({ value: 1.25 });
    const body = { code, currency: 'IDR', subtotal: 99_000 };
    const amount = async () =>
      (await service.ask('POST', '/v1/discount-codes/validate', { body })).data.discountAmount;
    expect(await amount()).toBe(1238);
    await patch({ roundingIncrement: 100 });
    expect(await amount()).toBe(1200);
    await patch({ roundingIncrement: null });
  });

  it.each([
    'https://toko.example.com/admin/orders/{orderId}',
    'https://toko.example.com:8443?order={orderId}&tab=1',
    'https://toko.example.com/#/orders/{orderId}',
    'http://localhost:3000/orders/{orderId}',
    `https://toko.example.com/${'a'.repeat(466)}{orderId}`,
  ])('keep %s as the address of an order, until null takes it away', async (orderUrlTemplate) => {
    expect((await patch({ orderUrlTemplate })).data).toMatchObject({ orderUrlTemplate });
    expect((await patch({ name: 'Toko' })).data).toMatchObject({ orderUrlTemplate });
    expect((await patch({ orderUrlTemplate: null })).data).toMatchObject({ orderUrlTemplate: null });
  });

  it.each([
    'javascript:alert(1)//{orderId}',
    'data:text/html,/{orderId}',
    'http://toko.example.com/orders/{orderId}',
    'http://localhost.example.com/orders/{orderId}',
    'toko.example.com/orders/{orderId}',
    '/orders/{orderId}',
    'https://toko.example.com/orders/',
    'https://toko.example.com/orders/{orderid}',
    'https://toko.example.com/{orderId}/{orderId}',
    'https://toko.example.com/{shop}/{orderId}',
    'https://{orderId}.example.com/',
    'https://toko.example.com{orderId}',
    'https://toko.example.com:{orderId}/',
    'https://toko.example.com:99999/{orderId}',
    'https://toko.example.com@example.org/{orderId}',
    ' https://toko.example.com/{orderId}',
    'https://toko.example.com/{orderId}\n',
    'https://toko.example.com\\{orderId}',
    'https://toko.example.com/\u0001{orderId}',
    'https://toko.example.com/\u202e{orderId}',
    'https://toko.example.com/pesanan baru/{orderId}',
    'https://toko.example.com/"{orderId}',
    `https://toko.example.com/${'a'.repeat(467)}{orderId}`,
    '',
    7,
    ['https://toko.example.com/{orderId}'],
  ])('refuse %j as the address of an order, and keep what was', async (orderUrlTemplate) => {
    const kept = (await patch({ orderUrlTemplate: 'https://toko.example.com/{orderId}' })).data;
    const { status, error } = await patch({ orderUrlTemplate });
    expect([status, error?.code, error?.field]).toEqual([400, 'VALIDATION_ERROR', 'orderUrlTemplate']);
    expect((await service.ask('GET', '/v1/workspace')).data).toEqual(kept);
  });

  it.each([
    ['timeZone', 'Asia/Nowhere'],
    ['defaultCurrency', 'XXZ'],
    ['roundingIncrement', 0],
    ['publicReasons', 'some'],
    ['defaultHoldMinutes', 0],
    ['name', ''],
    ['slug', 'another'],
    ['id', 'usr_x'],
  ])('refuse %s %j', async (field, value) => {
    expect((await patch({ [field]: value })).error).toMatchObject({ code: 'VALIDATION_ERROR', field });
  });
});

describe('the Marketing module', () => {
  const modules = (marketing: boolean, key = service.secretKey) =>
    service.ask('PATCH', '/v1/modules', { key, body: { marketing } });

  it('can not be turned on with the free plan', async () => {
    const { secretKey } = await service.makeWorkspace({ plan: 'free' });
    expect((await modules(true, secretKey)).error?.code).toBe('UPGRADE_REQUIRED');
    expect((await service.ask('GET', '/v1/modules', { key: secretKey })).data).toEqual({
      marketing: false,
      plan: 'free',
    });
  });

  it('while off stops what is new, goes on with what was locked, and loses nothing', async () => {
    const { id, code } = await service.makeCode({ public: true });
    const post = (path: string, body: object) => service.ask('POST', `/v1${path}`, { body });
    for (const orderId of ['kept', 'dropped', 'refunded']) {
      await post('/discount-codes/lock', { code, ...cart, orderId });
    }
    const paid = await post('/discount-codes/redeem', { orderId: 'refunded' });
    const before = (await service.ask('GET', `/v1/discount-codes/${id}`)).data;
    expect((await modules(false)).data).toEqual({ marketing: false, plan: 'starter' });

    const stopped = await Promise.all([
      service.ask('GET', '/v1/discount-codes'),
      service.ask('GET', `/v1/discount-codes/${id}`),
      service.ask('PATCH', `/v1/discount-codes/${id}`, { body: { value: 5 } }),
      service.ask('DELETE', `/v1/discount-codes/${id}`),
      post('/discount-codes', { code: 'NEW', type: 'percent', value: 5 }),
      post('/discount-codes/validate', { code, ...cart }),
      post('/discount-codes/lock', { code, ...cart, orderId: 'late' }),
      post('/discount-codes/redeem', { code, ...cart, orderId: 'never-locked' }),
      service.ask('GET', `/v1/storefront/public/${service.slug}/discount-codes`, { key: null }),
      post('/storefront/public/validate-discount', { workspace: service.slug, code, ...cart }),
      service.ask('GET', `/v1/embed?workspace=${service.slug}`, { key: null }),
    ]);
    for (const { status, error } of stopped) {
      expect([status, error?.code]).toEqual([409, 'MARKETING_MODULE_DISABLED']);
    }
    expect((await post('/discount-codes/redeem', { orderId: 'kept' })).status).toBe(201);
    expect((await post('/discount-codes/release', { orderId: 'dropped' })).status).toBe(200);
    const { id: paidId } = paid.data.redemption;
    expect((await post(`/redemptions/${paidId}/reverse`, {})).data.reversed).toBe(true);
    expect((await service.ask('GET', '/v1/redemptions')).data.items).toHaveLength(3);
    expect((await service.ask('GET', `/v1/discount-codes/${id}/redemptions`)).data.items).toHaveLength(3);
    expect((await service.ask('GET', '/v1/workspace')).status).toBe(200);

    expect((await modules(true)).data.marketing).toBe(true);
    const after = (await service.ask('GET', `/v1/discount-codes/${id}`)).data;
    expect(after).toEqual({ ...before, usesTotal: 1, holdsTotal: 0 });
    expect((await post('/discount-codes/validate', { code, ...cart })).data.applies).toBe(true);
  });

  it('says in the audit log who turned it, and only when it turned', async () => {
    const { secretKey, id } = await service.makeWorkspace();
    await modules(true, secretKey);
    await modules(false, secretKey);
    await modules(false, secretKey);
    const { data } = await service.ask('GET', `/v1/audit-log?target=${id}`, { key: secretKey });
    const actions = data.items.map(({ action }: { action: string }) => action);
    expect(actions).toEqual(['module.disabled', 'workspace.created']);
  });
});

describe('another workspace', () => {
  it('finds nothing of this one, whatever it knows', async () => {
    const { id, code } = await service.makeCode();
    const body = { code, ...cart, orderId: 'isolated' };
    const locked = await service.ask('POST', '/v1/discount-codes/lock', { body });
    const redemptionId = locked.data.redemption.id;
    const own = await service.makeKey('bearer', ['read']);
    const { secretKey: key } = await service.makeWorkspace();
    const line = { lines: [{ lineId: '1', quantity: 1 }] };
    const foreign: readonly [string, string, object?][] = [
      ['GET', `/v1/discount-codes/${id}`],
      ['PATCH', `/v1/discount-codes/${id}`, { value: 1 }],
      ['DELETE', `/v1/discount-codes/${id}`],
      ['GET', `/v1/redemptions/${redemptionId}`],
      ['POST', `/v1/redemptions/${redemptionId}/reverse`, {}],
      ['POST', `/v1/redemptions/${redemptionId}/refund-preview`, line],
      ['POST', '/v1/discount-codes/release', { orderId: 'isolated' }],
      ['POST', `/v1/api-keys/${own.id}/revoke`],
      ['GET', `/v1/discount-codes/${id}/redemptions`],
    ];
    for (const [method, path, sent] of foreign) {
      const { status, error } = await service.ask(method, path, { key, ...(sent && { body: sent }) });
      expect([path, status, error?.code]).toEqual([path, 404, 'NOT_FOUND']);
    }
    for (const path of ['/v1/discount-codes', '/v1/redemptions', `/v1/audit-log?target=${id}`]) {
      expect((await service.ask('GET', path, { key })).data.items).toEqual([]);
    }
    const validated = await service.ask('POST', '/v1/discount-codes/validate', { key, body });
    expect(validated.data.reason).toBe('CODE_NOT_FOUND');
    const redeemed = await service.ask('POST', '/v1/discount-codes/redeem', {
      key,
      body: { orderId: 'isolated' },
    });
    expect(redeemed.error).not.toBeNull();
    const { text } = await service.ask('GET', '/v1/api-keys', { key });
    expect(text).not.toContain(own.id);
    expect((await service.ask('GET', `/v1/redemptions/${redemptionId}`)).data.status).toBe('locked');
  });

  it('can not use a quote of this one', async () => {
    const { code } = await service.makeCode();
    const shown = await service.ask('POST', '/v1/discount-codes/validate', { body: { code, ...cart } });
    const { secretKey: key } = await service.makeWorkspace();
    await service.ask('POST', '/v1/discount-codes', { key, body: { code, type: 'percent', value: 10 } });
    const body = { code, ...cart, orderId: 'x', quote: shown.data.quote };
    const { error } = await service.ask('POST', '/v1/discount-codes/lock', { key, body });
    expect(error).toMatchObject({ code: 'VALIDATION_ERROR', field: 'quote' });
  });
});
