import { afterAll, beforeAll, expect, it } from 'vitest';
import { axeFaults, Office } from './support/office.js';

let office: Office;
beforeAll(async () => {
  office = await Office.open();
  await office.call('POST', '/discount-codes', {
    code: 'KOPI10',
    type: 'percent',
    value: 10,
    scope: 'tags',
    tagFilter: ['kopi'],
    maxDiscountAmount: 30_000,
    currency: 'IDR',
  });
});
afterAll(() => office?.close());

const csv = (rows: string[]) => ({
  name: 'pesanan.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(rows.join('\r\n')),
});
const lines = csv([
  'order_id,date,product_id,tags,quantity,unit_price,shipping',
  '1,2026-03-05,gayo,kopi,2,75000,20000',
  '1,2026-03-05,v60,alat,1,95000,20000',
  '2,2026-03-05,toraja,kopi,10,80000,20000',
  '3,2026-03-06,v60,alat,1,95000,20000',
]);

it('counts a code on a file of orders with the engine of the checkout, and uploads nothing', async () => {
  const desk = await office.visit('/cost');
  const { page } = desk;
  await page.getByRole('option', { name: /KOPI10/ }).waitFor({ state: 'attached' });
  await page
    .getByLabel('Discount', { exact: true })
    .selectOption({ label: 'KOPI10 · 10% off, up to Rp 30,000' });
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.getByLabel('Choose a CSV file').setInputFiles(lines);
  await page.getByText('Counted pesanan.csv').waitFor();
  const result = page.getByRole('region', { name: 'Given away' });
  // 10 % of 150,000, and 10 % of 800,000 stopped at 30,000.
  await result
    .getByText(/Rp\s?45,000/)
    .first()
    .waitFor();
  await result.getByText('2 of 3').waitFor();
  expect(await result.getByRole('row').allInnerTexts()).toEqual([
    expect.anything(),
    expect.stringMatching(/5 Mar 2026\s+2\s+Rp\s?45,000/),
  ]);
  expect(asked).toEqual([]);
  expect(await axeFaults(desk)).toEqual([]);
  expect(desk.complaints).toEqual([]);

  await page.getByLabel('Discount', { exact: true }).selectOption('percent');
  await result.getByText('3 of 3').waitFor();
  await page.getByLabel('Minimum purchase').fill('200.000');
  await result.getByText('2 of 3').waitFor();
});

it('reads a hundred thousand orders without holding up the page', async () => {
  const rows = Array.from(
    { length: 100_000 },
    (_, index) => `${index},2026-03-${10 + (index % 10)},${50_000 + index}`,
  );
  const { page } = await office.visit('/cost');
  await page.getByLabel('Choose a CSV file').setInputFiles(csv(['order_id,date,subtotal', ...rows]));
  await page.getByText('Counted pesanan.csv').waitFor();
  await page.getByText('100,000 of 100,000').waitFor();
  expect(await page.getByRole('row').count()).toBe(11);
});

it('says what a file lacks', async () => {
  const { page } = await office.visit('/cost');
  await page.getByLabel('Choose a CSV file').setInputFiles(csv(['email', 'pembeli@example.com']));
  await page.getByText('The first row names no column with amounts').waitFor();
});
