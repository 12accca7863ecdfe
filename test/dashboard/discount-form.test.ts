import { afterAll, beforeAll, expect, it } from 'vitest';
import { axeFaults, Office } from './support/office.js';

let office: Office;
beforeAll(async () => {
  office = await Office.open();
  await office.call('POST', '/discount-codes', { code: 'Welcome10', type: 'percent', value: 10 });
});
afterAll(() => office?.close());

it('makes a code whose preview is what the service then says of the same cart', async () => {
  const desk = await office.visit('/discounts/new');
  const { page } = desk;
  await page.getByLabel('Code', { exact: true }).fill('raya20');
  await page.getByRole('textbox', { name: 'Percent' }).fill('20');
  await page.getByLabel('At most').fill('40.000');
  await page.getByLabel('Minimum purchase').fill('200000');
  const preview = page.getByRole('region', { name: 'On a sample cart' });
  await preview.getByText(/Buyer pays/).waitFor();
  expect(await preview.locator('.sum').innerText()).toMatch(/230,000/);
  await preview.getByLabel('Items').fill('150000');
  await preview.getByText(/Add Rp\s?50,000 more/).waitFor();
  expect(await axeFaults(desk)).toEqual([]);

  await page.getByRole('button', { name: 'Create discount' }).click();
  await page.waitForURL(/\/discounts\/disc_\w+$/);
  expect(
    await office.call('POST', '/discount-codes/validate', {
      code: 'RAYA20',
      currency: 'IDR',
      subtotal: 250_000,
      shippingAmount: 20_000,
    }),
  ).toMatchObject({ applies: true, discountAmount: 40_000, total: 230_000 });
  expect(desk.complaints).toEqual([]);
});

it('hides what does not apply to the type and says once what each limit policy means', async () => {
  const { page } = await office.visit('/discounts/new');
  await page.getByLabel('Type').selectOption('shipping_fixed');
  expect(await page.getByLabel('On which items').count()).toBe(0);
  expect(await page.getByLabel('At most').count()).toBe(0);
  expect(await page.getByLabel('Currency').inputValue()).toBe('IDR');
  expect(await page.getByRole('radio', { name: 'Hold a place' }).count()).toBe(0);
  await page.getByLabel('Uses in total').fill('50');
  await page.getByRole('radio', { name: 'Hold a place' }).check();
  expect(
    await page.getByRole('radio', { name: 'Hold a place' }).getAttribute('aria-describedby'),
  ).toBeTruthy();
  expect(await page.getByLabel('Hold for, in minutes').inputValue()).toBe('60');
});

it('warns of a public code without an end, of whole carts for nothing and of a code that is easily guessed', async () => {
  const { page } = await office.visit('/discounts/new');
  const warnings = page.getByRole('note');
  expect(await warnings.count()).toBe(0);
  await page.getByLabel('Code', { exact: true }).fill('abc');
  expect(await warnings.allInnerTexts()).toEqual([expect.stringContaining('easily guessed')]);
  await page.getByLabel('Show it in the shop').check();
  expect(await warnings.allInnerTexts()).toEqual([expect.stringContaining('never ends')]);
  await page.getByLabel('Last day').fill('2090-12-31');
  expect(await warnings.count()).toBe(0);
  await page.getByRole('textbox', { name: 'Percent' }).fill('100');
  expect(await warnings.allInnerTexts()).toEqual([expect.stringContaining('gives whole carts away')]);
});

it('puts what the service refuses at its field, and keeps what was typed', async () => {
  const desk = await office.visit('/discounts/new');
  const { page } = desk;
  const code = page.getByLabel('Code', { exact: true });
  await code.fill('ＷＥＬＣＯＭＥ10');
  await page.getByRole('button', { name: 'Create discount' }).click();
  await page.getByText('This workspace has this code already').waitFor();
  expect(await code.getAttribute('aria-invalid')).toBe('true');
  expect(await code.evaluate((input) => input.matches(':focus'))).toBe(true);
  expect(await axeFaults(desk)).toEqual([]);
  await code.fill('lain');
  await page.getByRole('textbox', { name: 'Percent' }).fill('120');
  await page.getByRole('button', { name: 'Create discount' }).click();
  await page.getByText('from 0.01 to 100 with at most two decimals').waitFor();
  expect(await code.inputValue()).toBe('lain');
  expect(await code.getAttribute('aria-invalid')).toBeNull();
});

it('changes only what was changed, and says why a code and a used type are fixed', async () => {
  const made = (await office.call('POST', '/discount-codes', {
    code: 'TERPAKAI',
    type: 'fixed',
    value: 25_000,
    currency: 'IDR',
    expiresAt: '2090-03-05T07:30:00.000Z',
  })) as { id: string };
  const cart = { currency: 'IDR', subtotal: 100_000 };
  await office.call('POST', '/discount-codes/redeem', { code: 'TERPAKAI', orderId: 'order-1', ...cart });
  const { page } = await office.visit(`/discounts/${made.id}/edit`);
  await page.getByText('A code cannot be renamed').waitFor();
  expect(await page.getByLabel('Code', { exact: true }).isDisabled()).toBe(true);
  expect(await page.getByLabel('Type').isDisabled()).toBe(true);
  await page.getByText('The type is fixed since the code has been used').waitFor();
  await page.getByText(/Ends 5 Mar 2090, 14:30/).waitFor();
  await page.getByLabel('Amount').fill('30.000');
  await page.getByRole('button', { name: 'Save changes' }).click();
  await page.waitForURL(new RegExp(`${made.id}$`));
  expect(await office.call('GET', `/discount-codes/${made.id}`)).toMatchObject({
    value: 30_000,
    expiresAt: '2090-03-05T07:30:00.000Z',
  });
});
