import type { DiscountCode, OneTimeString, PageOnWire } from '@hemat/shared/schemas';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startReceiver } from '../webhooks/support/receiver.js';
import { axeFaults, Office } from './support/office.js';

let office: Office;
let made = 0;
beforeAll(async () => {
  office = await Office.open();
});
afterAll(() => office?.close());

async function makeCode(fields: object = {}): Promise<DiscountCode> {
  made += 1;
  const body = { code: `RAYA${made}`, type: 'percent', value: 10, maxUsesTotal: 50, ...fields };
  return (await office.call('POST', '/discount-codes', body)) as DiscountCode;
}

async function redeem(code: string | null, orderId: string): Promise<void> {
  const cart = { currency: 'IDR', subtotal: 200_000 };
  await office.call('POST', '/discount-codes/redeem', { code, orderId, ...cart });
}

const now = async (id: string) => (await office.call('GET', `/discount-codes/${id}`)) as DiscountCode;

it('tells the rule in plain words, and reverses a refunded order without giving its use back', async () => {
  const { id, code } = await makeCode({ minPurchaseAmount: 100_000, currency: 'IDR' });
  await redeem(code, 'order-71');
  await redeem(code, 'order-72');
  const desk = await office.visit(`/discounts/${id}`);
  const { page } = desk;
  await page.getByText('Gives 10% off.').waitFor();
  await page.getByText(/From a purchase of Rp\s?100,000 on\./).waitFor();
  await page.getByText('May be used 50 times in all.').waitFor();
  expect(await axeFaults(desk)).toEqual([]);

  const row = page.getByRole('row', { name: /order-71/ });
  expect(await row.innerText()).toMatch(/paid\s+Rp\s?20,000\s+Rp\s?180,000/);
  await row.getByRole('button', { name: /Reverse/ }).click();
  const question = page.getByRole('dialog', { name: 'Reverse the discount of order order-71?' });
  await question.getByLabel('Give the use back').uncheck();
  expect(await axeFaults(desk)).toEqual([]);
  await question.getByRole('button', { name: 'Reverse' }).click();
  await page.getByRole('row', { name: /order-71.*refunded/s }).waitFor();
  expect((await now(id)).usesTotal).toBe(2);
  expect(await page.getByRole('row', { name: /order-72.*paid/s }).count()).toBe(1);
  expect(desk.complaints).toEqual([]);
});

it('archives only once the time to undo is over, and at once as the page is left', async () => {
  const kept = await makeCode();
  const { page } = await office.visit(`/discounts/${kept.id}`);
  await page.clock.install();
  await page.getByRole('button', { name: 'Archive' }).click();
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.clock.runFor(20_000);
  expect((await now(kept.id)).status).toBe('active');

  await page.getByRole('button', { name: 'Archive' }).click();
  expect((await now(kept.id)).status).toBe('active');
  await page.clock.runFor(8_000);
  await expect.poll(async () => (await now(kept.id)).status).toBe('archived');
  await expect.poll(() => page.getByRole('button', { name: 'Edit' }).count()).toBe(0);

  const left = await makeCode();
  await page.goto(`${office.url}/dashboard/discounts/${left.id}`);
  await page.getByRole('button', { name: 'Archive' }).click();
  await page.goto('about:blank');
  await expect.poll(async () => (await now(left.id)).status).toBe('archived');
});

it('pauses a code and has it go on, and shows the change in its history', async () => {
  const { id } = await makeCode();
  const { page } = await office.visit(`/discounts/${id}`);
  await page.getByRole('button', { name: 'Pause' }).click();
  await page.getByRole('button', { name: 'Go on' }).waitFor();
  expect((await now(id)).status).toBe('paused');
  await page.getByRole('listitem').filter({ hasText: 'Code changed' }).getByText('active').waitFor();
  await page.getByRole('button', { name: 'Go on' }).click();
  await page.getByRole('button', { name: 'Pause' }).waitFor();
  expect((await now(id)).status).toBe('active');
});

it('copies a link into the shop that carries the code', async () => {
  await office.call('PATCH', '/workspace', {
    allowedOrigins: ['https://*.example.com', 'https://toko.example.com'],
  });
  const { id, code } = await makeCode();
  const { page } = await office.visit(`/discounts/${id}`, {
    permissions: ['clipboard-write', 'clipboard-read'],
  });
  await page.getByRole('button', { name: 'Copy link' }).click();
  await page.getByText('Copied https://').waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
    `https://toko.example.com/?discount=${code}`,
  );
});

it('leads from the ledger to each order where the shop said where it shows them', async () => {
  const { id, code } = await makeCode();
  await redeem(code, 'order/7 $& 1?');
  const plain = await office.visit(`/discounts/${id}`);
  await plain.page.getByRole('row', { name: /order\/7/ }).waitFor();
  expect(await plain.page.getByRole('link', { name: /order\/7/ }).count()).toBe(0);

  await office.call('PATCH', '/workspace', {
    orderUrlTemplate: `${office.url.replace('127.0.0.1', 'localhost')}/shop?order={orderId}&tab=1`,
  });
  const desk = await office.visit(`/discounts/${id}`, { as: 'viewer' });
  const link = desk.page.getByRole('link', { name: 'order/7 $& 1? (opens in a new tab)' });
  await link.waitFor();
  expect(await link.getAttribute('rel')).toBe('noopener noreferrer');
  expect(await axeFaults(desk)).toEqual([]);
  const [opened] = await Promise.all([desk.page.waitForEvent('popup'), link.click()]);
  await opened.waitForLoadState();
  expect(Object.fromEntries(new URL(opened.url()).searchParams)).toEqual({
    order: 'order/7 $& 1?',
    tab: '1',
  });
  await office.call('PATCH', '/workspace', { orderUrlTemplate: null });
});

it('shows a viewer everything but what changes a code', async () => {
  const { id, code } = await makeCode();
  await redeem(code, 'order-90');
  const { page } = await office.visit(`/discounts/${id}`, { as: 'viewer' });
  await page.getByRole('row', { name: /order-90/ }).waitFor();
  for (const name of ['Edit', 'Archive', 'Pause', 'Reverse'])
    expect(await page.getByRole('button', { name }).count()).toBe(0);
});

it('shows what webhook endpoints were told of the code and of its orders, and leads to each delivery', async () => {
  const receiver = await startReceiver();
  try {
    const { endpoint } = (await office.call('POST', '/webhooks/endpoints', { url: receiver.url })) as {
      readonly endpoint: { readonly id: string };
    };
    const { id, code } = await makeCode();
    await makeCode();
    await redeem(code, 'order-95');
    await expect.poll(() => receiver.received.length).toBe(3);
    const desk = await office.visit(`/discounts/${id}`);
    const { page } = desk;
    const events = page.getByRole('table', { name: 'Webhook events of this code' });
    await events.getByRole('row', { name: /a code is made/ }).waitFor();
    expect(await events.getByRole('row').count()).toBe(3);
    await events.getByRole('row', { name: /a use is counted order-95 delivered/ }).waitFor();
    expect(await axeFaults(desk)).toEqual([]);
    await page.getByRole('link', { name: 'a use is counted' }).click();
    const dialog = page.getByRole('dialog', { name: 'a use is counted' });
    await dialog.getByText(/204 after/).waitFor();
    expect(desk.complaints).toEqual([]);
    await office.call('DELETE', `/webhooks/endpoints/${endpoint.id}`);
  } finally {
    await receiver.close();
  }

  const { page } = await office.visit(`/discounts/${(await makeCode()).id}`);
  await page.getByText('No webhook endpoint was told of this code.').waitFor();
  const viewer = await office.visit(`/discounts/${(await makeCode()).id}`, { as: 'viewer' });
  await viewer.page.getByText('No order has used it yet').waitFor();
  expect(await viewer.page.getByText('Told to webhooks').count()).toBe(0);
});

it('says what became of one string of a batch, found from the list of codes or on the page of the batch', async () => {
  const batch = await makeCode({
    code: null,
    kind: 'onetime',
    count: 30,
    maxUsesTotal: null,
    name: 'Winback',
  });
  const made = (await office.call('GET', `/discount-codes/${batch.id}/strings`)) as PageOnWire<OneTimeString>;
  const [used = '', held = '', free = ''] = made.items.map(({ code }) => code);
  await redeem(used, 'order-61');
  const lock = { code: held, orderId: 'order-62', currency: 'IDR', subtotal: 200_000 };
  await office.call('POST', '/discount-codes/lock', lock);

  const desk = await office.visit(`/discounts?${new URLSearchParams({ q: used.toLowerCase() })}`);
  const { page } = desk;
  await page.getByRole('link', { name: 'Winback' }).click();
  const strings = page.getByRole('table', { name: 'The codes of this batch' });
  await strings.getByRole('row', { name: new RegExp(`${used} used order-61`) }).waitFor();
  expect(await strings.getByRole('row').count()).toBe(2);

  const finder = page.getByRole('searchbox', { name: 'Find one of the codes' });
  expect(await finder.inputValue()).toBe(used.toLowerCase());
  await finder.fill(held.replaceAll(/[ -]/g, ''));
  await strings.getByRole('row', { name: new RegExp(`${held} held by an unpaid order order-62`) }).waitFor();
  expect(await axeFaults(desk)).toEqual([]);
  await finder.fill('NONE');
  await page.getByText('This batch has no such code.').waitFor();
  await finder.fill('');
  await page.getByLabel('State').selectOption('not used');
  await strings.getByRole('row', { name: new RegExp(`${free} not used`) }).waitFor();
  await expect.poll(() => strings.getByRole('row').count()).toBe(21);
  await page.getByRole('button', { name: 'Show more' }).first().click();
  await expect.poll(() => strings.getByRole('row').count()).toBe(29);

  await page
    .getByRole('row', { name: /order-61.*paid/ })
    .getByRole('button', { name: /Reverse/ })
    .click();
  const question = page.getByRole('dialog');
  await question.getByRole('button', { name: 'Reverse' }).click();
  await expect.poll(() => page.getByRole('button', { name: 'Show more' }).count()).toBe(1);
  await finder.fill(used);
  await strings.getByRole('row', { name: new RegExp(`${used} not used`) }).waitFor();
  expect(desk.complaints).toEqual([]);

  const named = await office.visit(`/discounts/${batch.id}?string=Winback`);
  await expect
    .poll(() => named.page.getByRole('table', { name: 'The codes of this batch' }).getByRole('row').count())
    .toBe(21);
});
