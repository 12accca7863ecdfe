import { afterAll, beforeAll, expect, it } from 'vitest';
import { axeFaults, Office, password } from './support/office.js';

let office: Office;
beforeAll(async () => {
  office = await Office.open();
});
afterAll(() => office?.close());

it('changes the password with the present one only, and signs out on every device', async () => {
  const desk = await office.visit('/account', { as: 'viewer' });
  const other = await office.visit('/discounts', { as: 'viewer' });
  await other.page.getByRole('heading', { level: 1, name: 'Discounts' }).waitFor();
  const { page } = desk;
  await page.getByLabel('Present password').fill('not the present one');
  await page.getByLabel('New password').fill('kata sandi yang baru');
  await page.getByRole('button', { name: 'Change it' }).click();
  await page.getByText('That is not the present password.').waitFor();
  expect(await axeFaults(desk)).toEqual([]);
  await page.getByLabel('Present password').fill(password);
  await page.getByLabel('New password').fill('short');
  await page.getByRole('button', { name: 'Change it' }).click();
  await page.getByText('From 10 to 128 characters.').waitFor();
  await page.getByLabel('New password').fill('kata sandi yang baru');
  await page.getByRole('button', { name: 'Change it' }).click();
  await page.getByText('The password is changed.').waitFor();

  await other.page.reload();
  await other.page.getByRole('heading', { name: 'Sign in' }).waitFor();
  await page.getByRole('button', { name: 'Sign out everywhere' }).click();
  await page.getByRole('heading', { name: 'Sign in' }).waitFor();
});
