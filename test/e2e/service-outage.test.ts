import { afterAll, beforeAll, expect, it } from 'vitest';
import { runHemat } from '../support/hemat-service.js';
import { Marketplace } from './support/marketplace.js';

let market: Marketplace;
beforeAll(async () => {
  market = await Marketplace.open();
});
afterAll(() => market?.close());

it('confirms a payment while the service is dead and counts the use once after it is back', async () => {
  const shopper = await market.welcome();
  await shopper.fillCart({ 'kopi-gayo': 1 });
  await shopper.fillDelivery();
  await shopper.typeCode('HEMAT10');
  await shopper.waitForField('applied');
  await shopper.placeOrder();
  const orderId = shopper.orderId();

  await market.killService();
  await shopper.press('Mark as paid');
  await shopper.press('webhook');
  expect(await shopper.paymentEffects()).toEqual(['confirmed', 'repeated']);
  expect(await shopper.page.locator('.status').innerText()).toBe('Paid');

  await market.reviveService();
  await expect
    .poll(async () => (await market.redemptionsOf(orderId)).map(({ status }) => status), { timeout: 60_000 })
    .toEqual(['redeemed']);
  expect((await market.codeNow('HEMAT10')).usesTotal).toBe(1);
  await expect
    .poll(async () => (await shopper.page.reload(), shopper.page.locator('main').innerText()), {
      timeout: 60_000,
    })
    .toMatch(/counted/);
  expect(await runHemat(market.home, 'audit')).toMatch(/\b0 drift\b/);
});

it('lets the order go through without a code while the service is dead, and says why', async () => {
  await market.killService();
  const shopper = await market.welcome();
  await shopper.fillCart({ 'kopi-gayo': 1 });
  await shopper.fillDelivery();
  await shopper.placeOrder();
  expect(await shopper.figure('total')).toBe(95_000 + 12_000);
  await market.reviveService();
});
