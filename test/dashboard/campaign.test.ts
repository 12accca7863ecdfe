import type { DiscountCode } from '@hemat/shared/schemas';
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { axeFaults, Office } from './support/office.js';

let office: Office;
beforeAll(async () => {
  office = await Office.open();
});
afterAll(() => office?.close());

const now = async (id: string) => (await office.call('GET', `/discount-codes/${id}`)) as DiscountCode;

it('runs a campaign of a thousand one-time codes: made, handed out, watched, paused, archived', async () => {
  const desk = await office.visit('/discounts/new', { as: 'manager' });
  const { page } = desk;
  await page.getByRole('radio', { name: 'Many codes, each good once' }).check();
  expect(await page.getByLabel('Uses in total').count()).toBe(0);
  await page.getByLabel('How many codes').fill('1000');
  await page.getByLabel('Begin each with').fill('RAYA');
  await page.getByLabel('Type').selectOption('fixed');
  await page.getByLabel('Amount').fill('25.000');
  await page.getByLabel('Name, for your team').fill('Raya mailing');
  expect(await axeFaults(desk)).toEqual([]);
  await page.getByRole('button', { name: 'Create discount' }).click();
  await page.waitForURL(/\/discounts\/disc_\w+$/);
  const id = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  await page.getByText('1,000 of 1,000 codes are made').waitFor();
  expect(await axeFaults(desk)).toEqual([]);

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download the codes (CSV)' }).click(),
  ]);
  const [, ...rows] = (await readFile(await download.path(), 'utf8')).trim().split(/\r?\n/);
  const strings = rows.map((row) => row.split(',')[0]?.replaceAll('"', '') ?? '');
  expect(strings).toHaveLength(1000);
  expect(strings.every((code) => code.startsWith('RAYA-'))).toBe(true);

  const order = { currency: 'IDR', subtotal: 200_000 };
  await office.call('POST', '/discount-codes/redeem', { code: strings[7], orderId: 'order-1', ...order });
  await page.reload();
  await page.getByRole('row', { name: /order-1.*paid/s }).waitFor();

  await page.getByRole('button', { name: 'Pause' }).click();
  await page.getByRole('button', { name: 'Go on' }).waitFor();
  const question = { code: strings[8], ...order };
  expect(await office.call('POST', '/discount-codes/validate', question)).toMatchObject({
    reason: 'INACTIVE',
  });
  await page.getByRole('button', { name: 'Archive' }).click();
  await page.getByRole('link', { name: 'Discounts' }).first().click();
  await expect.poll(async () => (await now(id)).status).toBe('archived');
  await page.getByRole('link', { name: 'Archived' }).click();
  await page.getByRole('link', { name: 'Raya mailing' }).waitFor();
});
