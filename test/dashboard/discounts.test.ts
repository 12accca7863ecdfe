import { afterAll, beforeAll, expect, it } from 'vitest';
import { axeFaults, Office } from './support/office.js';

let office: Office;
beforeAll(async () => {
  office = await Office.open();
  const codes = [
    { code: 'HEMAT10', type: 'percent', value: 10, maxUsesTotal: 100, name: 'Newsletter' },
    { code: 'ONGKIR', type: 'shipping_percent', value: 100, public: true },
    { code: 'NANTI', type: 'fixed', value: 25_000, currency: 'IDR', startsAt: '2090-01-01T00:00:00Z' },
    { code: 'LAMA', type: 'percent', value: 5, expiresAt: '2025-09-01T00:00:00Z' },
  ];
  for (const code of codes) await office.call('POST', '/discount-codes', code);
});
afterAll(() => office?.close());

it('lists every code, the newest first, with its state, what it gives and how far its cap is used', async () => {
  const desk = await office.visit('/discounts');
  const rows = desk.page.getByRole('row');
  await expect.poll(() => rows.count()).toBe(5);
  expect((await rows.allInnerTexts()).map((text) => text.replace(/\s+/g, ' ').trim())).toMatchObject([
    expect.stringMatching(/^Code Gives Uses .*Created$/),
    expect.stringMatching(/^LAMA expired 5% off/),
    expect.stringMatching(/^NANTI scheduled Rp ?25,000 off/),
    expect.stringMatching(/^ONGKIR active Free shipping/),
    expect.stringMatching(/^HEMAT10 active Newsletter 10% off 0 \/ 100/),
  ]);
  expect(await axeFaults(desk)).toEqual([]);
  expect(desk.complaints).toEqual([]);
});

it('says what each code has given away, refunds taken out', async () => {
  const cart = { currency: 'IDR', subtotal: 200_000 };
  for (const orderId of ['a', 'b'])
    await office.call('POST', '/discount-codes/redeem', { code: 'HEMAT10', orderId, ...cart });
  const { page } = await office.visit('/discounts');
  const row = page.getByRole('row', { name: /HEMAT10/ });
  await row.getByText(/Rp\s?40,000/).waitFor();
  expect(await row.innerText()).toMatch(/2 \/ 100/);
});

it('filters and searches under an address of its own, and teaches where nothing matches', async () => {
  const { page } = await office.visit('/discounts');
  await page.getByRole('link', { name: 'Scheduled' }).click();
  await expect.poll(() => page.getByRole('row').count()).toBe(2);
  expect(new URL(page.url()).search).toBe('?show=scheduled');
  await page.getByRole('link', { name: 'All', exact: true }).click();
  await page.getByRole('searchbox').fill('news');
  await expect.poll(() => page.getByRole('row').count()).toBe(2);
  await page.getByRole('link', { name: 'HEMAT10' }).waitFor();
  await page.waitForURL(/\?q=news$/);
  await page.getByRole('searchbox').fill('nothing like it');
  await page.getByRole('heading', { name: 'Nothing matches' }).waitFor();
  await page.goBack();
  await page.getByRole('row', { name: /NANTI/ }).waitFor();
});

it('gives the focus to the heading of the page one goes to', async () => {
  const { page } = await office.visit('/discounts');
  await page.getByRole('link', { name: 'HEMAT10' }).click();
  const heading = page.getByRole('heading', { level: 1, name: /HEMAT10/ });
  await heading.waitFor();
  await expect.poll(() => heading.evaluate((element) => element.matches(':focus'))).toBe(true);
  expect(await page.title()).toBe('HEMAT10 · Hemat');
});

it('fits a phone: no sideways scrolling, a menu that opens and closes by keyboard', async () => {
  const desk = await office.visit('/discounts', { viewport: { width: 375, height: 720 } });
  const { page } = desk;
  await page.getByRole('link', { name: 'HEMAT10' }).waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(375);
  expect(await axeFaults(desk)).toEqual([]);
  const menu = page.getByRole('button', { name: 'Menu' });
  await menu.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: 'Integrations' }).click();
  await page.getByRole('heading', { level: 1, name: 'Integrations' }).waitFor();
  expect(await page.getByRole('button', { name: 'Menu' }).getAttribute('aria-expanded')).toBe('false');
});
