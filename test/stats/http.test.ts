import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestService, type TestService } from '../http/support/test-service.js';

let service: TestService;
beforeAll(async () => {
  service = await openTestService();
});
afterAll(() => service.close());

const cart = { currency: 'IDR', subtotal: 100_000 };
const get = (path: string, key?: string) => service.ask('GET', path, key === undefined ? {} : { key });
const simulate = (id: string, carts: object[], key?: string) =>
  service.ask('POST', `/v1/discount-codes/${id}/simulate`, { body: { carts }, ...(key && { key }) });

describe('stats', () => {
  it('are asked for by code and for the workspace, in any zone’s days', async () => {
    const { id, code } = await service.makeCode();
    await service.ask('POST', '/v1/discount-codes/redeem', { body: { orderId: 's1', code, ...cart } });
    for (const path of [`/v1/discount-codes/${id}/stats`, '/v1/stats']) {
      const { status, data } = await get(`${path}?from=2026-11-20&to=2026-11-22&interval=day`);
      expect([status, data.timeZone]).toEqual([200, 'Asia/Jakarta']);
      expect(data.points.map((point: { orders: number }) => point.orders)).toEqual([0, 1, 0]);
      expect(data.totals).toMatchObject({ netRevenue: 90_000, averageOrder: 90_000 });
    }
    const fees = await get('/v1/modules/fees?month=2026-11');
    expect(fees.data.fees).toEqual([{ currency: 'IDR', orders: 1, netRevenue: 90_000, feeAmount: 270 }]);
  });

  it.each([
    ['/v1/stats?from=tomorrow', 'from'],
    ['/v1/stats?from=2026-02-30', 'from'],
    ['/v1/stats?to=9999-12-31T23:59:59.999Z', 'to'],
    ['/v1/stats?from=9999-12-31&to=9999-12-31', 'from'],
    ['/v1/stats?to=0000-01-01', 'to'],
    ['/v1/stats?from=0001-01-01T00:00:00Z', 'from'],
    ['/v1/stats?interval=hour', 'interval'],
    ['/v1/stats?currency=XXX1', 'currency'],
    ['/v1/stats?from=2026-02-03&to=2026-02-01', 'to'],
    ['/v1/modules/fees?month=2026-13', 'month'],
  ])('refuse %s', async (path, field) => {
    expect((await get(path)).error).toMatchObject({ code: 'VALIDATION_ERROR', field });
  });

  it('are another workspace’s 404, need the scope read, and stay while the module is off', async () => {
    const { id } = await service.makeCode();
    const other = await service.makeWorkspace();
    expect((await get(`/v1/discount-codes/${id}/stats`, other.secretKey)).status).toBe(404);
    const { secret: redeemer } = await service.makeKey('bearer', ['redeem']);
    for (const path of ['/v1/stats', '/v1/modules/fees', `/v1/discount-codes/${id}/stats`]) {
      expect((await get(path, redeemer)).error?.code).toBe('FORBIDDEN');
    }
    await service.ask('PATCH', '/v1/modules', { key: other.secretKey, body: { marketing: false } });
    expect((await get('/v1/stats', other.secretKey)).status).toBe(200);
  });
});

describe('simulate', () => {
  it('says what a code would have cost on each cart and in all, and stores nothing', async () => {
    const { id } = await service.makeCode({
      type: 'percent',
      value: 20,
      currency: 'IDR',
      minPurchaseAmount: 50_000,
      maxUsesTotal: 2,
      maxUsesPerCustomer: 1,
      startsAt: '2026-11-01T00:00:00Z',
      expiresAt: '2026-11-10T00:00:00Z',
    });
    const { status, data } = await simulate(id, [
      cart,
      { ...cart, subtotal: 40_000 },
      { ...cart, placedAt: '2026-10-31T23:59:59Z' },
      { ...cart, placedAt: '2026-11-10T00:00:00Z' },
      { ...cart, customerId: 'a', items: [{ productId: 'p', quantity: 3, price: 20_000 }], subtotal: 60_000 },
      { ...cart, customerId: 'a' },
      { currency: 'USD', subtotal: 100_000 },
    ]);
    expect(status).toBe(200);
    expect(data.carts.map((answer: { reason: string | null }) => answer.reason)).toEqual([
      null,
      'MIN_PURCHASE_NOT_MET',
      'NOT_YET_VALID',
      'EXPIRED',
      null,
      'MAX_USES_REACHED',
      'MAX_USES_REACHED',
    ]);
    expect(data.totals).toEqual([
      {
        currency: 'IDR',
        carts: 6,
        applied: 2,
        discountAmount: 32_000,
        shippingDiscount: 0,
        totalBefore: 500_000,
        totalAfter: 468_000,
      },
      {
        currency: 'USD',
        carts: 1,
        applied: 0,
        discountAmount: 0,
        shippingDiscount: 0,
        totalBefore: 100_000,
        totalAfter: 100_000,
      },
    ]);
    const after = await get(`/v1/discount-codes/${id}`);
    expect(after.data).toMatchObject({ usesTotal: 0, version: 1 });
    expect((await get(`/v1/discount-codes/${id}/redemptions`)).data.items).toEqual([]);
  });

  it('adds the largest cart and the largest shipping up', async () => {
    const { id } = await service.makeCode({ type: 'percent', value: 10 });
    const largest = 1_000_000_000_000;
    const { status, data } = await simulate(id, [{ ...cart, subtotal: largest, shippingAmount: largest }]);
    expect([status, data.carts[0].total]).toEqual([200, 1.9 * largest]);
  });

  it('takes a cart without a customer for one that the code is for, and believes what is said of others', async () => {
    const { id } = await service.makeCode({ customerEligibility: 'returning' });
    const { data } = await simulate(id, [cart, { ...cart, customer: { isNew: true } }]);
    expect(data.carts.map((answer: { reason: string | null }) => answer.reason)).toEqual([
      null,
      'CUSTOMER_NOT_ELIGIBLE',
    ]);
  });

  it('asks a batch no more than it has strings', async () => {
    const { id } = await service.makeCode({ kind: 'onetime', count: 1, code: null });
    const { data } = await simulate(id, [cart, cart]);
    expect(data.totals[0]).toMatchObject({ carts: 2, applied: 1 });
  });

  it('names the faulty cart, and refuses 501', async () => {
    const { id } = await service.makeCode();
    expect((await simulate(id, [cart, { currency: 'IDR' }])).error?.field).toBe('carts.1.subtotal');
    expect((await simulate(id, [])).error?.field).toBe('carts');
    expect(
      (
        await simulate(
          id,
          Array.from({ length: 501 }, () => cart),
        )
      ).error?.field,
    ).toBe('carts');
    const other = await service.makeWorkspace();
    expect((await simulate(id, [cart], other.secretKey)).status).toBe(404);
  });
});
