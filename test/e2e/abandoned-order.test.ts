import { afterAll, beforeAll, expect, it } from 'vitest';
import { Marketplace } from './support/marketplace.js';
import { serveWithClock, type ServiceWithClock } from './support/service-with-clock.js';

let market: Marketplace;
let service: ServiceWithClock;
beforeAll(async () => {
  market = await Marketplace.open(async (home) => (service = await serveWithClock(home)));
});
afterAll(() => market?.close());

it('burns no slot for an order that is not paid, under honor, and honours it when it is paid late', async () => {
  const first = await orderWith('JANJI1');
  expect(await market.codeNow('JANJI1')).toMatchObject({ usesTotal: 0, holdsTotal: 0, maxUsesTotal: 1 });
  const second = await orderWith('JANJI1');
  await second.press('Mark as paid');
  await expect.poll(async () => (await market.codeNow('JANJI1')).usesTotal).toBe(1);

  await first.press('Mark as paid');
  await expect.poll(async () => (await market.codeNow('JANJI1')).usesTotal).toBe(2);
  expect(await market.redemptionsOf(first.orderId())).toMatchObject([
    { status: 'redeemed', overLimit: true },
  ]);
});

it('holds the slot for an unpaid order under hold, and frees it when the hold ends', async () => {
  const first = await orderWith('TAHAN1');
  const firstOrder = first.orderId();
  expect(await market.codeNow('TAHAN1')).toMatchObject({ usesTotal: 0, holdsTotal: 1 });

  const second = await market.welcome();
  await second.fillCart({ 'kopi-senja': 1 });
  await second.typeCode('TAHAN1');
  await second.waitForField('refused');

  service.passMinutes(2);
  await expect.poll(async () => (await market.codeNow('TAHAN1')).holdsTotal, { timeout: 5000 }).toBe(0);
  expect(await market.redemptionsOf(firstOrder)).toMatchObject([{ status: 'expired' }]);

  await second.typeCode('TAHAN1');
  await second.waitForField('applied');
  await second.fillDelivery();
  await second.placeOrder();
  await second.press('Mark as paid');
  await expect.poll(async () => (await market.codeNow('TAHAN1')).usesTotal).toBe(1);
  expect(await market.codeNow('TAHAN1')).toMatchObject({ holdsTotal: 0 });
});

/** Places an order with a code and leaves it unpaid. */
async function orderWith(code: string) {
  const shopper = await market.welcome();
  await shopper.fillCart({ 'kopi-senja': 1 });
  await shopper.typeCode(code);
  await shopper.waitForField('applied');
  await shopper.fillDelivery();
  await shopper.placeOrder();
  return shopper;
}
