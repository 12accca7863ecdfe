import { afterAll, beforeAll, expect, it } from 'vitest';
import { Office } from './support/office.js';

/** Where the list begins to be long: enough that keeping every row would show. */
const codes = 3000;

let office: Office;
beforeAll(async () => {
  office = await Office.open();
  const rows = Array.from(
    { length: codes },
    (_, index) => `LIST${String(index).padStart(6, '0')},percent,10`,
  );
  await office.importCodes(['code,type,value', ...rows].join('\n'));
});
afterAll(() => office?.close());

it('scrolls through thousands of codes block by block, keeps only the rows near the window, and loses no place', async () => {
  const { page } = await office.visit('/discounts');
  await page.getByText(`LIST00${codes - 1}`).waitFor();
  const last = page.getByText('LIST000000');
  for (let turn = 0; turn < 200 && (await last.count()) === 0; turn += 1) {
    await page.mouse.wheel(0, 20_000);
    await page.waitForTimeout(30);
  }
  await last.waitFor();
  await page.getByText('3,000 codes').waitFor();
  const rendered = await page.locator('tbody tr:not(.gap)').count();
  expect(rendered).toBeLessThan(400);
  expect(await page.locator('table').getAttribute('aria-rowcount')).toBe(String(codes + 1));
  expect(await page.getByRole('row', { name: /LIST000000/ }).getAttribute('aria-rowindex')).toBe(
    String(codes + 1),
  );

  const before = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight / 2));
  await page
    .getByText(/LIST0015\d\d/)
    .first()
    .waitFor();
  expect(Math.abs((await page.evaluate(() => document.documentElement.scrollHeight)) - before)).toBeLessThan(
    200,
  );

  const frames = await page.evaluate(async () => {
    const times: number[] = [];
    let at = performance.now();
    for (let step = 0; step < 60; step += 1) {
      scrollBy(0, 400);
      await new Promise((next) => requestAnimationFrame(next));
      times.push(performance.now() - at);
      at = performance.now();
    }
    return times.sort((one, other) => one - other);
  });
  // A busy machine may hold a few frames up; a list that lays out every row holds up nearly all.
  expect(frames[30] ?? Infinity).toBeLessThan(50);
});
