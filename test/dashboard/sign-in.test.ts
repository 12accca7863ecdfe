import type { InviteMemberAnswer } from '@hemat/shared/schemas';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { axeFaults, Office, password } from './support/office.js';

let office: Office;
beforeAll(async () => {
  office = await Office.open();
});
afterAll(() => office?.close());

it('lets in who joins by an invitation, and after signing out only with the password', async () => {
  const email = 'anggota@example.com';
  const { link } = (await office.call('POST', '/members', { email, role: 'manager' })) as InviteMemberAnswer;
  const desk = await office.visit(link.slice(link.indexOf('/dashboard') + '/dashboard'.length), {
    as: 'nobody',
  });
  const { page } = desk;
  await page.getByRole('heading', { name: 'Join Toko Uji' }).waitFor();
  expect(await axeFaults(desk)).toEqual([]);
  await page.getByLabel('Your name').fill('Pembeli');
  await page.getByLabel('Choose a password').fill(password);
  await page.getByRole('button', { name: 'Join' }).click();
  await page.getByRole('heading', { name: 'Discounts' }).waitFor();
  expect(new URL(page.url()).pathname).toBe('/dashboard/discounts');
  expect(page.url()).not.toContain('#');

  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByRole('heading', { name: 'Sign in' }).waitFor();
  await page.reload();
  await page.getByRole('heading', { name: 'Sign in' }).waitFor();
  expect(await axeFaults(desk)).toEqual([]);
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password').fill('something else entirely');
  await page.getByLabel('Password').press('Enter');
  await page.getByText('E-mail and password do not belong together.').waitFor();
  await page.getByLabel('Password').fill(password);
  await page.getByLabel('Password').press('Enter');
  await page.getByRole('heading', { name: 'Discounts' }).waitFor();
});

it('says of a used link that it works no more', async () => {
  const { page } = await office.visit('/invitation#nothing-of-ours', { as: 'nobody' });
  await page.getByRole('heading', { name: 'This link works no more' }).waitFor();
});

it('speaks Indonesian to who chooses it, and goes on doing so', async () => {
  const { page } = await office.visit('/discounts');
  await page.getByLabel('Language').selectOption('id');
  await page.getByRole('heading', { name: 'Diskon', level: 1 }).waitFor();
  expect(await page.locator('html').getAttribute('lang')).toBe('id');
  await page.reload();
  await page.getByRole('heading', { name: 'Diskon', level: 1 }).waitFor();
  expect(await page.title()).toBe('Diskon · Hemat');
});
