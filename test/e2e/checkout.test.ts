import { afterAll, beforeAll, expect, it } from 'vitest';
import { Marketplace } from './support/marketplace.js';
import type { Shopper } from './support/shopper.js';

let market: Marketplace;
beforeAll(async () => {
  market = await Marketplace.open();
});
afterAll(() => market?.close());

it('takes a typed code from the preview to one counted use, however often the payment is confirmed', async () => {
  const shopper = await market.welcome();
  await shopper.fillCart({ 'kopi-gayo': 2 });
  await shopper.typeCode(' hemat10 ');
  await shopper.waitForField('applied');
  expect(await shopper.fieldText()).toMatch(/You save .*19[.,]000.*183[.,]000/);
  await expect.poll(() => shopper.figure('discount')).toBe(19_000);
  expect(await shopper.figure('total')).toBe(183_000);

  await shopper.fillDelivery();
  await shopper.placeOrder();
  const orderId = shopper.orderId();
  expect(await shopper.figure('total')).toBe(183_000);
  expect(await market.redemptionsOf(orderId)).toMatchObject([
    { code: 'HEMAT10', status: 'locked', discountAmount: 19_000, total: 183_000 },
  ]);
  const before = await market.codeNow('HEMAT10');

  await shopper.press('Mark as paid');
  await shopper.press('webhook');
  // The gateway delivers the same payment once more, as gateways do.
  await shopper.press('webhook');
  await shopper.press('Mark as paid');

  expect(await shopper.paymentEffects()).toEqual(['confirmed', 'repeated', 'repeated', 'repeated']);
  await expect.poll(async () => (await market.redemptionsOf(orderId))[0]?.status).toBe('redeemed');
  expect(await market.redemptionsOf(orderId)).toHaveLength(1);
  expect((await market.codeNow('HEMAT10')).usesTotal).toBe(before.usesTotal + 1);
  await shopper.page.reload();
  expect(await shopper.page.locator('[data-task] > span').allInnerTexts()).toEqual([
    'Count the use: counted',
    'Count the use: had been counted before, not counted again',
    'Count the use: had been counted before, not counted again',
  ]);
});

it('moves the amount with the cart before any request, and shows what validate then says', async () => {
  const shopper = await market.welcome();
  await shopper.fillCart({ 'kopi-gayo': 1 });
  await shopper.typeCode('HEMAT10');
  await shopper.waitForField('applied');
  await expect.poll(() => shopper.figure('discount')).toBe(9_500);

  const release = await holdAnswers(shopper);
  const askedBefore = shopper.asked.length;
  const moved = await shopper.page.evaluate(changeQuantityAndRead, { product: 'kopi-gayo', quantity: '3' });
  expect(moved).toEqual({ saves: 28_500, requests: 0 });
  await expect.poll(() => shopper.figure('discount')).toBe(28_500);
  expect(await shopper.figure('total')).toBe(3 * 95_000 - 28_500 + 12_000);

  await expect.poll(() => shopper.asked.length).toBe(askedBefore + 1);
  const answered = shopper.page.waitForResponse((answer) => answer.url().endsWith('/validate-discount'));
  release();
  expect(await (await answered).json()).toMatchObject({ data: { discountAmount: 28_500 } });
  expect(await shopper.figure('discount')).toBe(28_500);
});

it('follows the preview into the order: what was shown is what is locked', async () => {
  const shopper = await market.welcome();
  await shopper.fillCart({ 'penggiling-tangan': 1, 'ketel-leher-angsa': 1, 'kopi-senja': 1 });
  await shopper.typeCode('ALAT15');
  await shopper.waitForField('applied');
  await expect.poll(() => shopper.figure('discount')).toBe(75_000);
  await shopper.fillDelivery();
  await shopper.placeOrder();
  const [row] = await market.redemptionsOf(shopper.orderId());
  const shares = row?.allocations.map(({ lineId, amount }) => [lineId, amount]);
  // 75,000 over 475,000 and 385,000 by largest remainder.
  expect(Object.fromEntries(shares ?? [])).toEqual({
    'penggiling-tangan': 41_424,
    'ketel-leher-angsa': 33_576,
    'kopi-senja': 0,
  });
});

/** Keeps answers of validate back until the returned function is called. */
async function holdAnswers({ page }: Shopper): Promise<() => void> {
  let release = () => {};
  const released = new Promise<void>((resolve) => (release = resolve));
  await page.route('**/validate-discount', async (route) => {
    await released;
    await route.continue();
  });
  return release;
}

/** Runs in the page: changes a quantity and reads the new saving before the page could have waited for anything. */
async function changeQuantityAndRead({ product, quantity }: { product: string; quantity: string }) {
  const requests = () => performance.getEntriesByType('resource').length;
  const before = requests();
  const input = document.querySelector<HTMLInputElement>(`input[name="quantity.${product}"]`);
  const field = document.querySelector('hemat-discount-field');
  if (input === null || field === null) throw new Error('The cart is not on the page.');
  input.value = quantity;
  input.dispatchEvent(new Event('input', { bubbles: true }));
  input.dispatchEvent(new Event('change', { bubbles: true }));
  return { saves: field.quote?.discountAmount, requests: requests() - before };
}
