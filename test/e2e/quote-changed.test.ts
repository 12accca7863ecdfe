import { afterAll, beforeAll, expect, it } from 'vitest';
import { Marketplace } from './support/marketplace.js';

let market: Marketplace;
beforeAll(async () => {
  market = await Marketplace.open();
});
afterAll(() => market?.close());

it('asks before it orders when the merchant edited the code in between, and stores nothing until then', async () => {
  const shopper = await market.welcome();
  await shopper.fillCart({ 'kopi-gayo': 2 });
  await shopper.fillDelivery();
  await shopper.typeCode('HEMAT10');
  await shopper.waitForField('applied');
  await expect.poll(() => shopper.figure('discount')).toBe(19_000);

  const { id } = await market.codeNow('HEMAT10');
  await market.asMerchant('PATCH', `/discount-codes/${id}`, { value: 5 });
  const orderId = await shopper.page.locator('input[name=orderId]').inputValue();
  await shopper.placeOrder();

  const asked = await shopper.page.locator('main').innerText();
  expect(asked).toMatch(/The discount has changed/);
  expect(asked).toMatch(/19[.,]000[^]*9[.,]500/);
  expect(await market.redemptionsOf(orderId)).toEqual([]);

  await shopper.press('Agree, order for');
  expect(shopper.orderId()).toBe(orderId);
  expect(await shopper.figure('total')).toBe(2 * 95_000 - 9_500 + 12_000);
  expect(await market.redemptionsOf(orderId)).toMatchObject([{ status: 'locked', discountAmount: 9_500 }]);
});
