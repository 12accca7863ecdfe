import { afterAll, beforeAll, expect, it } from 'vitest';
import { axeFaults, Office } from './support/office.js';

let office: Office;
beforeAll(async () => {
  office = await Office.open();
  await office.call('POST', '/discount-codes', {
    code: 'KOPI25',
    type: 'fixed',
    value: 25_000,
    currency: 'IDR',
    minPurchaseAmount: 300_000,
    maxUsesTotal: 5,
  });
});
afterAll(() => office?.close());

it('shows which check stopped the code, the ones before it and the ones it never came to', async () => {
  const desk = await office.visit('/why?code=kopi25');
  const { page } = desk;
  await page.getByRole('button', { name: 'Find out' }).click();
  await page.getByRole('heading', { name: 'It does not work' }).waitFor();
  const checks = page.getByRole('list', { name: 'Checks of KOPI25' }).getByRole('listitem');
  const outcomes = await checks.allInnerTexts();
  expect(outcomes).toHaveLength(13);
  expect(outcomes.filter((text) => text.includes('failed'))).toEqual([
    expect.stringContaining('The minimum purchase is reached'),
  ]);
  expect(outcomes.filter((text) => text.includes('not reached'))).toHaveLength(2);
  await page.getByText(/Add Rp\s?150,000 more/).waitFor();
  await page.getByText('5 uses are left.').waitFor();
  expect(await axeFaults(desk)).toEqual([]);

  await page.getByLabel('Cart', { exact: true }).fill('300.000');
  await page.getByRole('button', { name: 'Find out' }).click();
  await page.getByRole('heading', { name: 'It works' }).waitFor();
  await page.getByText(/It takes Rp\s?25,000 off; the buyer pays Rp\s?275,000/).waitFor();
});

it('names the place where a pasted cart is wrong', async () => {
  const { page } = await office.visit('/why?code=kopi25');
  const cart = page.getByLabel('Cart', { exact: true });
  await cart.fill('{ half');
  await page.getByRole('button', { name: 'Find out' }).click();
  await page.getByText('This is neither JSON nor an amount.').waitFor();
  await cart.fill('{"lineItems": [{"quantity": 0, "unitAmount": 5}]}');
  await page.getByRole('button', { name: 'Find out' }).click();
  await page.getByText('lineItems.0.quantity').waitFor();
});
