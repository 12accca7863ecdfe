import { afterAll, beforeAll, expect, it } from 'vitest';
import { axeFaults, Office, password } from './support/office.js';

let office: Office;
beforeAll(async () => {
  office = await Office.open();
  await office.call('POST', '/discount-codes', { code: 'HEMAT10', type: 'percent', value: 10 });
});
afterAll(() => office?.close());

it('invites a viewer, who sees the codes and cannot change one, until they are made a manager', async () => {
  const desk = await office.visit('/members');
  const { page } = desk;
  await page.getByRole('button', { name: 'Invite' }).click();
  const form = page.getByRole('dialog', { name: 'Invite somebody' });
  await form.getByLabel('E-mail').fill('not an address');
  await form.getByRole('button', { name: 'Make the link' }).click();
  await form.getByText('An e-mail address such as').waitFor();
  await form.getByLabel('E-mail').fill('pengamat@example.com');
  expect(await axeFaults(desk)).toEqual([]);
  await form.getByRole('button', { name: 'Make the link' }).click();
  const link = await page.getByRole('dialog', { name: 'Hand this link over' }).locator('output').innerText();
  await page.getByRole('button', { name: 'Done' }).click();
  await page.getByRole('row', { name: /pengamat@example.com/ }).waitFor();

  const guest = await office.visit(link.slice(`${office.url}/dashboard`.length), { as: 'nobody' });
  await guest.page.getByLabel('Your name').fill('Pengamat');
  await guest.page.getByLabel('Choose a password').fill(password);
  await guest.page.getByRole('button', { name: 'Join' }).click();
  await guest.page.getByRole('link', { name: 'HEMAT10' }).waitFor();
  expect(await guest.page.getByRole('link', { name: 'New discount' }).count()).toBe(0);
  expect(await guest.page.getByRole('link', { name: 'API keys' }).count()).toBe(0);
  await guest.page.goto(`${office.url}/dashboard/discounts/new`);
  await guest.page.getByText('Your role in this workspace does not allow that.').waitFor();

  await page.reload();
  await page.getByLabel('Role of Pengamat').selectOption('manager');
  await expect
    .poll(
      async () =>
        ((await office.call('GET', '/members')) as { items: { email: string; role: string }[] }).items,
    )
    .toContainEqual(expect.objectContaining({ email: 'pengamat@example.com', role: 'manager' }));
  await guest.page.goto(`${office.url}/dashboard/discounts`);
  await guest.page.getByRole('link', { name: 'New discount' }).waitFor();

  await page
    .getByRole('row', { name: /Pengamat/ })
    .getByRole('button', { name: /Remove/ })
    .click();
  await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
  await expect.poll(() => page.getByRole('row', { name: /Pengamat/ }).count()).toBe(0);
  await guest.page.reload();
  await guest.page.getByText('You belong to no workspace').waitFor();
});

it('keeps the last owner an owner', async () => {
  const { page } = await office.visit('/members');
  const role = page.getByLabel('Role of Contoh owner');
  await role.selectOption('viewer');
  await page.getByText('A workspace keeps at least one owner.').waitFor();
  expect(await role.inputValue()).toBe('owner');
});
