import type { WorkspaceOnWire } from '@hemat/shared/schemas';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { axeFaults, Office } from './support/office.js';

let office: Office;
beforeAll(async () => {
  office = await Office.open();
});
afterAll(() => office?.close());

it('switches Marketing off and on, and nothing is lost in between', async () => {
  await office.call('POST', '/discount-codes', { code: 'TETAP10', type: 'percent', value: 10 });
  const desk = await office.visit('/integrations');
  const { page } = desk;
  const marketing = page.getByRole('switch', { name: 'Marketing module' });
  expect(await marketing.isChecked()).toBe(true);
  expect(await axeFaults(desk)).toEqual([]);
  await marketing.click();
  await expect.poll(() => office.call('GET', '/modules')).toMatchObject({ marketing: false });
  await page.getByRole('link', { name: 'Discounts' }).click();
  await page.getByRole('heading', { name: 'The Marketing module is off' }).waitFor();
  await page.getByRole('link', { name: 'Open Integrations' }).click();
  await marketing.click();
  await expect.poll(() => office.call('GET', '/modules')).toMatchObject({ marketing: true });
  await page.getByRole('link', { name: 'Discounts' }).click();
  await page.getByRole('link', { name: 'TETAP10' }).waitFor();
});

it('says what to do where the plan does not include the module, and leaves the switch off', async () => {
  await office.setPlan('free');
  const { page } = await office.visit('/integrations');
  const marketing = page.getByRole('switch', { name: 'Marketing module' });
  await marketing.click();
  await expect.poll(() => office.call('GET', '/modules')).toMatchObject({ marketing: false });
  await marketing.click();
  await page.getByText('Your plan does not include Marketing').waitFor();
  expect(await marketing.isChecked()).toBe(false);
  await office.setPlan('starter');
  await marketing.click();
  await expect.poll(() => office.call('GET', '/modules')).toMatchObject({ marketing: true });
});

it('prints the snippet that the service vouches for, hash and all', async () => {
  const { page } = await office.visit('/integrations');
  const { snippet } = (await office.call('GET', '/embed?workspace=toko-uji')) as { snippet: string };
  expect(snippet).toContain('integrity="sha384-');
  await page.getByText('integrity="sha384-').waitFor();
  expect(await page.getByRole('region', { name: 'The snippet' }).innerText()).toBe(snippet);
});

it('says at its field how the address of an order is written, saves it, and takes it away when emptied', async () => {
  const { page } = await office.visit('/integrations');
  const address = page.getByLabel('Address of an order in your shop');
  const save = page.getByRole('button', { name: 'Save settings' });
  const saved = async () => ((await office.call('GET', '/workspace')) as WorkspaceOnWire).orderUrlTemplate;
  await address.fill('javascript:alert({orderId})');
  await save.click();
  await page.getByText('An https address that has {orderId} in it once').waitFor();
  expect(await address.getAttribute('aria-invalid')).toBe('true');
  expect(await saved()).toBeNull();
  const template = 'https://toko.example.com/orders/{orderId}';
  await address.fill(` ${template} `);
  await save.click();
  await expect.poll(saved).toBe(template);
  await expect.poll(() => address.inputValue()).toBe(template);
  await address.fill('');
  await save.click();
  await expect.poll(saved).toBeNull();
  const viewer = await office.visit('/integrations', { as: 'viewer' });
  expect(await viewer.page.getByLabel('Address of an order in your shop').isDisabled()).toBe(true);
});

it('saves settings, puts a refusal at its field, and lets only owners change them', async () => {
  const { page } = await office.visit('/integrations');
  const origins = page.getByLabel('Allowed addresses of the shop');
  await origins.fill('https://toko.example.com/path');
  await page.getByRole('button', { name: 'Save settings' }).click();
  await page.getByText('without a path.').waitFor();
  expect(await origins.getAttribute('aria-invalid')).toBe('true');
  await origins.fill('https://toko.example.com\nhttps://*.example.com');
  await page.getByLabel('Round percent discounts down to').fill('100');
  await page.getByLabel('Time zone').selectOption('Asia/Makassar');
  await page.getByRole('radio', { name: 'Only that it does not work' }).check();
  await page.getByRole('button', { name: 'Save settings' }).click();
  await page.getByText('The settings are saved.').waitFor();
  expect(await office.call('GET', '/workspace')).toMatchObject({
    allowedOrigins: ['https://toko.example.com', 'https://*.example.com'],
    roundingIncrement: 100,
    timeZone: 'Asia/Makassar',
    publicReasons: 'generic',
  });
  const viewer = await office.visit('/integrations', { as: 'viewer' });
  await viewer.page.getByText('Owners of the workspace can change these.').waitFor();
  expect(await viewer.page.getByLabel('Time zone').isDisabled()).toBe(true);
  expect(await viewer.page.getByRole('button', { name: 'Save settings' }).count()).toBe(0);
});
