import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTestService, type TestService } from './support/test-service.js';

let service: TestService;
beforeAll(async () => {
  service = await openTestService();
});
afterAll(() => service.close());

async function redeem(code: string, orderId: string, currency = 'IDR'): Promise<string> {
  const cart = { currency, subtotal: 200_000, shippingAmount: 20_000 };
  const { data } = await service.ask('POST', '/v1/discount-codes/redeem', {
    body: { code, orderId, ...cart },
  });
  return data.redemption.id;
}

it('says what each code has given away, each currency apart, refunds taken out, and nothing of another workspace', async () => {
  const ten = await service.makeCode({ code: 'SEPULUH' });
  const shipping = await service.makeCode({ code: 'ONGKIR', type: 'shipping_percent', value: 50 });
  const unused = await service.makeCode({ code: 'SEPI' });
  await redeem('SEPULUH', 'a');
  await redeem('SEPULUH', 'b', 'USD');
  const refunded = await redeem('SEPULUH', 'c');
  await redeem('ONGKIR', 'd');
  await service.ask('POST', `/v1/redemptions/${refunded}/reverse`, { body: {} });
  const path = `/v1/stats/discount-codes?ids=${[ten.id, shipping.id, unused.id].join(',')}`;
  const { data } = await service.ask('GET', path);
  expect(data.items).toEqual([
    { discountCodeId: ten.id, currency: 'IDR', orders: 1, discountAmount: 20_000, shippingDiscount: 0 },
    { discountCodeId: ten.id, currency: 'USD', orders: 1, discountAmount: 20_000, shippingDiscount: 0 },
    { discountCodeId: shipping.id, currency: 'IDR', orders: 1, discountAmount: 0, shippingDiscount: 10_000 },
  ]);
  const other = await service.makeWorkspace();
  expect((await service.ask('GET', path, { key: other.secretKey })).data.items).toEqual([]);
});

it('takes at most a hundred ids', async () => {
  const ids = Array.from({ length: 101 }, (_, index) => `disc_${index}`).join(',');
  expect((await service.ask('GET', `/v1/stats/discount-codes?ids=${ids}`)).error).toMatchObject({
    code: 'VALIDATION_ERROR',
    field: 'ids',
  });
});
