import { afterAll, beforeAll, expect, it } from 'vitest';
import { Marketplace } from './support/marketplace.js';

let market: Marketplace;
beforeAll(async () => {
  market = await Marketplace.open();
});
afterAll(() => market?.close());

it.each([
  { code: 'TIDAKADA', what: 'unknown' },
  { code: 'MERDEKA17', what: 'expired' },
  { code: 'HABIS10', what: 'used-up' },
  { code: 'JEDA10', what: 'paused' },
  { code: 'DOLAR5', what: 'foreign' },
])('says why the $what code $code is refused, and keeps it to be corrected', async ({ code }) => {
  const shopper = await market.welcome();
  await shopper.fillCart({ 'kopi-gayo': 1 });
  await shopper.typeCode(code);
  await shopper.waitForField('refused');
  expect((await shopper.fieldText()).length).toBeGreaterThan(10);
  expect(await shopper.page.locator('hemat-discount-field input#code').inputValue()).toBe(code);
  expect(await shopper.figure('total')).toBe(95_000 + 12_000);

  await shopper.typeCode('HEMAT10');
  await shopper.waitForField('applied');
  await expect.poll(() => shopper.figure('discount')).toBe(9_500);
});

it('waits with a code below its minimum and applies it by itself once the cart reaches it', async () => {
  const shopper = await market.welcome();
  await shopper.fillCart({ 'kopi-senja': 1 });
  await shopper.typeCode('KOPI25');
  await shopper.waitForField('pending');
  expect(await shopper.fieldText()).toMatch(/80[.,]000/);
  await shopper.page.locator('input[name="quantity.kopi-senja"]').fill('2');
  await shopper.waitForField('applied');
  await expect.poll(() => shopper.figure('discount')).toBe(25_000);
});

it('rejects the order when its code ran out after the preview, and takes the same form without it', async () => {
  const shopper = await market.welcome();
  await shopper.fillCart({ 'kopi-gayo': 1 });
  await shopper.fillDelivery('late@example.com');
  await shopper.typeCode('GAYO20');
  await shopper.waitForField('applied');
  const { id } = await market.codeNow('GAYO20');
  await market.asMerchant('PATCH', `/discount-codes/${id}`, { expiresAt: '2026-01-01T00:00:00Z' });

  await shopper.placeOrder();
  const notice = shopper.page.getByRole('alert');
  expect(await notice.innerText()).toMatch(/No order yet: the code GAYO20 was refused/);
  expect(await shopper.page.locator('input[name=email]').inputValue()).toBe('late@example.com');

  await shopper.press('Order without the code');
  const orderId = shopper.orderId();
  expect(await shopper.figure('total')).toBe(95_000 + 12_000);
  expect(await market.redemptionsOf(orderId)).toEqual([]);
});
