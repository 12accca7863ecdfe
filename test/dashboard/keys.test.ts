import { afterAll, beforeAll, expect, it } from 'vitest';
import { apiCaller } from '../support/api-caller.js';
import { axeFaults, Office } from './support/office.js';

let office: Office;
beforeAll(async () => {
  office = await Office.open();
});
afterAll(() => office?.close());

it('makes a key that may do what was ticked, shows its secret once, and ends it when revoked', async () => {
  const desk = await office.visit('/keys');
  const { page } = desk;
  await page.getByRole('button', { name: 'New key' }).click();
  const form = page.getByRole('dialog', { name: 'New key' });
  await form.getByRole('button', { name: 'Make the key' }).click();
  await form.getByText('From 1 to 100 characters.').waitFor();
  await form.getByLabel('Name').fill('Laporan');
  for (const scope of ['ask what a code would give', 'lock, count and reverse discounts of orders'])
    await form.getByRole('checkbox', { name: scope }).uncheck();
  expect(await axeFaults(desk)).toEqual([]);
  await form.getByRole('button', { name: 'Make the key' }).click();

  const shown = page.getByRole('dialog', { name: 'Keep this now' });
  const secret = await shown.locator('output').innerText();
  await shown.getByRole('button', { name: 'I have kept it' }).click();
  expect(await page.locator('body').innerHTML()).not.toContain(secret);
  const call = apiCaller(office.url, secret);
  expect((await call('GET', '/discount-codes')).status).toBe(200);
  expect((await call('POST', '/discount-codes', { code: 'X', type: 'percent', value: 1 })).status).toBe(403);

  const row = page.getByRole('row', { name: /Laporan/ });
  await row.getByRole('button', { name: /Revoke/ }).click();
  const question = page.getByRole('dialog', { name: 'Revoke “Laporan”?' });
  await question.getByRole('button', { name: 'Revoke the key' }).click();
  await row.getByText('revoked').waitFor();
  expect((await call('GET', '/discount-codes')).status).toBe(401);
  expect(await axeFaults(desk)).toEqual([]);
});

it('shows keys to owners only', async () => {
  const { page } = await office.visit('/keys', { as: 'manager' });
  await page.getByText('Only owners see and make keys.').waitFor();
  expect(await page.getByRole('button', { name: 'New key' }).count()).toBe(0);
});
