import type { InviteMemberAnswer } from '@hemat/shared/schemas';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeWorkspace } from '../../server/src/cli/make-workspace.js';
import { apiCaller, dataOf } from '../support/api-caller.js';
import { Office, password } from './support/office.js';

let office: Office;
beforeAll(async () => {
  office = await Office.open();
  await office.call('POST', '/discount-codes', { code: 'PERTAMA', type: 'percent', value: 10 });
});
afterAll(() => office?.close());

it('switches between the workspaces of a person, each with its own codes and role, and comes back to the last one', async () => {
  const other = await makeWorkspace(office.deps, { slug: 'kedai', name: 'Kedai Senja', plan: 'starter' });
  const call = apiCaller(office.url, other.secretKey);
  dataOf(await call('POST', '/discount-codes', { code: 'KEDUA', type: 'percent', value: 10 }));
  await office.cookiesOf('owner');
  const { link } = dataOf(
    await call('POST', '/members', { email: 'owner@example.com', role: 'viewer' }),
  ) as InviteMemberAnswer;
  const { page } = await office.visit(link.slice(`${office.url}/dashboard`.length), { as: 'nobody' });
  await page.getByLabel('Your password').fill(password);
  await page.getByRole('button', { name: 'Join' }).click();

  const choice = page.getByLabel('Workspace');
  await choice.selectOption('Kedai Senja');
  await page.getByRole('link', { name: 'KEDUA' }).waitFor();
  expect(await page.getByRole('link', { name: 'PERTAMA' }).count()).toBe(0);
  expect(await page.getByRole('link', { name: 'New discount' }).count()).toBe(0);
  // By name it comes second: only memory leads back to it.
  await choice.selectOption('Toko Uji');
  await page.getByRole('link', { name: 'PERTAMA' }).waitFor();
  await page.getByRole('link', { name: 'New discount' }).waitFor();
  await page.reload();
  await page.getByRole('link', { name: 'PERTAMA' }).waitFor();
  expect(await choice.locator('option:checked').innerText()).toBe('Toko Uji');
});

it('asks to sign in again where the session ended elsewhere, and goes on where one was', async () => {
  const { page } = await office.visit('/discounts', { as: 'manager' });
  await page.getByRole('link', { name: 'PERTAMA' }).waitFor();
  await page.context().clearCookies();
  await page.getByRole('link', { name: 'What would it cost?' }).click();
  await page.getByRole('heading', { name: 'Sign in' }).waitFor();
  await page.getByLabel('E-mail').fill('manager@example.com');
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('heading', { level: 1, name: 'What would it cost?' }).waitFor();
});
