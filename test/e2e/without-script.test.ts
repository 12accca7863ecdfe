import { afterAll, beforeAll, expect, it } from 'vitest';
import { Marketplace } from './support/marketplace.js';

let market: Marketplace;
beforeAll(async () => {
  market = await Marketplace.open();
});
afterAll(() => market?.close());

it('checks a code, orders with it and pays without any script', async () => {
  const shopper = await market.welcome({ javaScriptEnabled: false });
  await shopper.fillCart({ 'kopi-gayo': 2 });
  await shopper.fillDelivery();
  await shopper.page.locator('input[name=discountCode]').fill('hemat10');
  await shopper.press('Check the code');
  expect(await shopper.page.locator('.good').innerText()).toMatch(/You save .*19[.,]000.*183[.,]000/);

  await shopper.placeOrder();
  const orderId = shopper.orderId();
  expect(await shopper.figure('total')).toBe(183_000);
  await shopper.press('Mark as paid');
  await expect.poll(async () => (await market.redemptionsOf(orderId))[0]?.status).toBe('redeemed');
  expect(shopper.asked).toEqual([]);
});

it('rejects an order with a refused code with its reason, and takes the form again without it', async () => {
  const shopper = await market.welcome({ javaScriptEnabled: false });
  await shopper.fillCart({ 'kopi-gayo': 1 });
  await shopper.fillDelivery();
  await shopper.page.locator('input[name=discountCode]').fill('HABIS10');
  await shopper.placeOrder();
  expect(await shopper.page.getByRole('alert').innerText()).toMatch(/the code HABIS10 was refused/);
  await shopper.press('Order without the code');
  expect(await shopper.figure('total')).toBe(95_000 + 12_000);
});
