import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { axeFaults, Office } from './support/office.js';

let office: Office;
beforeAll(async () => {
  office = await Office.open();
  await office.call('POST', '/discount-codes', { code: 'LAMA10', type: 'percent', value: 10 });
});
afterAll(() => office?.close());

const csv = (...rows: string[]) => ({
  name: 'kode.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(rows.join('\r\n')),
});

it('checks a file before it makes anything, names the faulty rows, and makes the others when asked', async () => {
  const desk = await office.visit('/discounts');
  const { page } = desk;
  await page.getByRole('link', { name: 'Import' }).click();
  const file = csv(
    'code,type,value',
    'BARU1,percent,10',
    'BARU2,percent,150',
    'lama10,percent,20',
    'BARU3,percent,5',
  );
  await page.getByLabel('Choose a CSV file').setInputFiles(file);
  await page.getByRole('heading', { name: 'What the file would do' }).waitFor();
  const rows = await page.getByRole('row').allInnerTexts();
  expect(rows.slice(1)).toEqual([
    expect.stringMatching(/^3\s+value/),
    expect.stringMatching(/^4\s+code\s+The workspace has this code with another rule/),
  ]);
  expect(await axeFaults(desk)).toEqual([]);
  expect(await office.call('GET', '/discount-codes')).toMatchObject({ items: [{ code: 'LAMA10' }] });

  await page.getByRole('button', { name: 'Make the 2 codes without a fault' }).click();
  await page.getByRole('heading', { name: 'Imported' }).waitFor();
  await page.getByRole('link', { name: 'See the codes' }).click();
  await page.getByRole('link', { name: 'BARU3' }).waitFor();
  await page.getByText('3 codes').waitFor();

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Export' }).click(),
  ]);
  const exported = await readFile(await download.path(), 'utf8');
  expect(exported.trim().split(/\r?\n/)).toHaveLength(4);
  await page.goto(`${office.url}/dashboard/discounts/import`);
  await page.getByLabel('Choose a CSV file').setInputFiles({ ...csv(), buffer: Buffer.from(exported) });
  await page.getByText('There is nothing to make in this file.').waitFor();
});
