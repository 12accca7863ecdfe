import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { axeFaults, Office } from './support/office.js';

let office: Office;
beforeAll(async () => {
  office = await Office.open();
});
afterAll(() => office?.close());

it('shows who changed what, filters by object, and hands the log out as a file', async () => {
  const made = (await office.call('POST', '/discount-codes', {
    code: 'HEMAT10',
    type: 'percent',
    value: 10,
  })) as {
    id: string;
  };
  await office.call('PATCH', `/discount-codes/${made.id}`, { value: 15 });
  const desk = await office.visit('/audit');
  const { page } = desk;
  const entries = page.getByRole('list').filter({ hasText: 'Code changed' }).first().locator('> li');
  await page.getByText('Code changed').waitFor();
  expect(await entries.first().innerText()).not.toBe('');
  await page.getByLabel('Changed object').fill(made.id);
  await page.getByRole('button', { name: 'Show' }).click();
  await page.waitForURL(/target=disc_/);
  await expect.poll(() => entries.count()).toBe(2);
  expect(await entries.first().innerText()).toMatch(
    /Code changed[\s\S]*by the key First key[\s\S]*value: 10 → 15/,
  );
  expect(await axeFaults(desk)).toEqual([]);

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download (CSV)' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('audit-log.csv');
  const lines = (await readFile(await download.path(), 'utf8')).trim().split(/\r?\n/);
  expect(lines).toHaveLength(3);
  expect(lines[0]).toContain('createdAt,action');
  await page.getByLabel('From').fill('2090-01-01');
  await page.getByRole('button', { name: 'Show' }).click();
  await page.getByText('No change fits these filters.').waitFor();
});
