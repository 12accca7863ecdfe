import type { DiscountCode } from '@hemat/shared/schemas';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { fillWithCodes } from './support/fill-with-codes.js';
import { Office } from './support/office.js';

const codes = 100_000;
/** How far the list is fetched: far enough that a cost for each fetched row would show. */
const fetched = 4000;

let office: Office;
let page: Page;
beforeAll(async () => {
  office = await Office.open();
  await fillWithCodes(office, codes);
  ({ page } = await office.visit('/discounts'));
  await page.getByRole('row', { name: /LIST100000/ }).waitFor();
});
afterAll(() => office?.close());

const top = () => page.evaluate(() => scrollY);
const drawn = (selector: string) => page.locator(`hemat-discounts-page ${selector}`).count();

it('fetches page after page while one scrolls, and has no more in the page for it', async () => {
  const few = await drawn('*');
  const goal = page.getByRole('row', { name: /LIST099500/ });
  for (let turn = 0; turn < 300 && (await goal.count()) === 0; turn += 1) {
    await page.mouse.wheel(0, 10_000);
    await page.waitForTimeout(20);
  }
  await goal.waitFor();
  await fetchMore(page, fetched);
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight - innerHeight - 4000));
  await page
    .getByText(/LIST0960\d\d/)
    .first()
    .waitFor();
  expect(await drawn('tbody tr:not(.gap)')).toBeLessThan(400);
  expect(await drawn('*')).toBeLessThan(few * 4);
  expect(await drawn('tbody')).toBeLessThan(10);
  expect(await page.locator('table').getAttribute('aria-rowcount')).toBe('-1');
  // Before it: the header and the code that was copied.
  const index = await page.getByRole('row', { name: /LIST096051/ }).getAttribute('aria-rowindex');
  expect(index).toBe(String(codes - 96_051 + 3));
});

it('scrolls smoothly there', async () => {
  const { frames, longest } = await page.evaluate(async () => {
    const tasks: number[] = [];
    new PerformanceObserver((list) =>
      tasks.push(...list.getEntries().map(({ duration }) => duration)),
    ).observe({
      type: 'longtask',
    });
    const times: number[] = [];
    let at = performance.now();
    for (let step = 0; step < 60; step += 1) {
      scrollBy(0, -900);
      await new Promise((next) => requestAnimationFrame(next));
      times.push(performance.now() - at);
      at = performance.now();
    }
    return { frames: times.sort((one, other) => one - other), longest: Math.max(0, ...tasks) };
  });
  // A busy machine may hold a few frames up; a list that lays out every row holds up nearly all.
  expect(frames[30] ?? Infinity).toBeLessThan(100);
  expect(longest).toBeLessThan(500);
});

it('returns to where it was left, with the focus on the code that was opened and that code as it is now', async () => {
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight / 2));
  await page
    .getByText(/LIST0980\d\d/)
    .first()
    .waitFor();
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  const link = page.getByRole('link', { name: 'LIST098010' });
  await link.scrollIntoViewIfNeeded();
  const before = await top();
  await link.click();
  await page.getByRole('heading', { level: 1, name: /LIST098010/ }).waitFor();
  expect(await top()).toBe(0);
  const id = new URL(page.url()).pathname.split('/').at(-1);
  await office.call('PATCH', `/discount-codes/${id}`, { active: false } satisfies Partial<DiscountCode>);
  await page.goBack();
  await page.getByRole('row', { name: /LIST098010 paused/ }).waitFor();
  expect(Math.abs((await top()) - before)).toBeLessThan(100);
  expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBe(height);
  expect(await link.evaluate((element) => element.matches(':focus'))).toBe(true);
});

it('keeps the row with the focus while one scrolls elsewhere, so that the keyboard goes on from there', async () => {
  await page.evaluate(() => scrollTo(0, 0));
  await page.getByRole('row', { name: /LIST100000/ }).waitFor();
  await expect.poll(() => page.getByText('LIST098080').count()).toBe(0);
  await page.keyboard.press('Tab');
  await expect
    .poll(() =>
      page.getByRole('link', { name: 'LIST098009' }).evaluate((element) => element.matches(':focus')),
    )
    .toBe(true);
});

it('begins anew where a code may have been made in between', async () => {
  await page.getByRole('link', { name: 'New discount' }).click();
  await page.getByRole('heading', { level: 1, name: 'New discount' }).waitFor();
  await office.call('POST', '/discount-codes', { code: 'BARU', type: 'percent', value: 10 });
  await page.goBack();
  await page.getByRole('row', { name: /BARU/ }).waitFor();
});

it('keeps its place on a phone, where each row is a card', async () => {
  const { page: phone } = await office.visit('/discounts', { viewport: { width: 375, height: 720 } });
  await phone.getByRole('row', { name: /LIST100000/ }).waitFor();
  const goal = phone.getByRole('row', { name: /LIST099800/ });
  for (let turn = 0; turn < 300 && (await goal.count()) === 0; turn += 1) {
    await phone.mouse.wheel(0, 3000);
    await phone.waitForTimeout(20);
  }
  await goal.waitFor();
  const height = () => phone.evaluate(() => document.documentElement.scrollHeight);
  // Every card of 200 codes is taller than a line of a table.
  expect(await height()).toBeGreaterThan(200 * 80);
  expect(await phone.locator('tbody tr:not(.gap)').count()).toBeLessThan(200);
  const full = await height();
  await phone.evaluate(() => scrollTo(0, 0));
  await phone.getByRole('row', { name: /LIST100000/ }).waitFor();
  expect(await height()).toBe(full);
});

it('shows rows wherever it stands when the phone is turned', async () => {
  const { page: phone } = await office.visit('/discounts', { viewport: { width: 375, height: 720 } });
  await phone.getByRole('row', { name: /LIST100000/ }).waitFor();
  await fetchMore(phone, 1500);
  for (const place of [20_000, 30_700, 41_400, 52_100, 62_800]) {
    for (const width of [375, 720]) {
      await phone.setViewportSize({ width, height: 720 });
      await phone.evaluate((top) => scrollTo(0, top), place);
      await expect.poll(() => rowsInView(phone)).toBeGreaterThan(2);
    }
    await phone.setViewportSize({ width: 375, height: 720 });
    await expect.poll(() => rowsInView(phone), { timeout: 1000 }).toBeGreaterThan(2);
  }
});

function rowsInView(page: Page): Promise<number> {
  return page
    .locator('tbody tr:not(.gap)')
    .evaluateAll(
      (rows) =>
        rows
          .map((row) => row.getBoundingClientRect())
          .filter(({ top, bottom }) => top >= 0 && bottom <= innerHeight).length,
    );
}

/** As the way to the end of the list does, without the time that the wheel takes. */
function fetchMore(page: Page, count: number): Promise<void> {
  return page.locator('hemat-discounts-page').evaluate(async (element, wanted) => {
    // The element's own property; its store fetches and counts.
    const { store } = element as unknown as {
      readonly store: { readonly state: { readonly blocks: readonly unknown[] }; more(): Promise<void> };
    };
    while (store.state.blocks.length * 50 < wanted) {
      await store.more();
      await new Promise((next) => setTimeout(next));
    }
  }, count);
}
