import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { root } from '../support/temp-folder.js';
import { Marketplace } from './support/marketplace.js';

let market: Marketplace;
beforeAll(async () => {
  market = await Marketplace.open();
});
afterAll(() => market?.close());

it('works in plain HTML: one script, one element', async () => {
  const { page, complaints } = await open('html');
  await applyByHand(page);
  await expect.poll(() => summary(page)).toMatch(/save Rp\s19,000, new total Rp\s171,000/);
  expect(await posted(page)).toMatchObject({
    discountCode: 'HEMAT10',
    'discountCode-quote': expect.stringMatching(/.{20}/),
  });
  expect(complaints).toEqual([]);
});

it('posts by a plain input where no script runs', async () => {
  const context = await market.browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${market.shop.url}/integrations/html/`);
  await page.getByLabel('Discount code').fill('HEMAT10');
  expect(await posted(page)).toEqual({ discountCode: 'HEMAT10' });
});

it.each(['react', 'vue', 'svelte'])(
  'works in %s: cart in, events out, the form posts code and quote',
  async (framework) => {
    const { page, complaints } = await open(framework);
    await applyByHand(page);
    await expect.poll(() => page.locator('output').innerText()).toBe('171000');
    await page.getByLabel('Quantity').fill('3');
    await expect.poll(() => page.locator('output').innerText()).toBe('256500');
    expect(await summary(page)).toMatch(/new total Rp\s256,500/);
    await page.locator('[part=remove]').click();
    await expect.poll(() => page.locator('output').innerText()).toBe('285000');
    await applyByHand(page);
    await page.locator('hemat-discount-field[state=applied]').waitFor();
    expect(await posted(page)).toMatchObject({ quantity: '3', discountCode: 'HEMAT10' });
    expect(complaints).toEqual([]);
  },
);

it('tells a tag manager of what is applied and refused, by the recipe of the guide', async () => {
  const { page } = await open('html');
  // As a script of the page would stand there; evaluated, since the page is built already.
  await page.evaluate(readFileSync(join(root, 'demo/integrations/analytics.js'), 'utf8'));
  await page.getByRole('textbox', { name: 'Promo code' }).fill('MERDEKA17');
  await page.getByRole('button', { name: 'Apply' }).click();
  await page.locator('hemat-discount-field[state=refused]').waitFor();
  await applyByHand(page);
  const told = await page.evaluate(() => (window as { dataLayer?: unknown[] }).dataLayer);
  expect(told).toEqual([
    { event: 'coupon_refused', reason: 'EXPIRED', short: false },
    { ecommerce: null },
    { event: 'coupon_applied', ecommerce: { coupon: 'HEMAT10', currency: 'IDR', discount: 19_000 } },
  ]);
});

it('can be imported by a server as npm delivers it', async () => {
  const script = `await import('@hemat/widget'); await import('@hemat/widget/define.js'); console.log(typeof window)`;
  const run = promisify(execFile);
  const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', script], {
    cwd: join(root, 'test'),
  });
  expect(stdout.trim()).toBe('undefined');
});

it('leaves lit and ky, and nothing else, to the page’s own bundler', () => {
  const folder = join(root, 'widget/dist/npm');
  const modules = readdirSync(folder).filter((name) => name.endsWith('.js'));
  const asked = modules.flatMap((name) => [
    ...readFileSync(join(folder, name), 'utf8').matchAll(
      /^(?:import|export)\b.*? ?["']([^."'][^"']*)["'];$/gm,
    ),
  ]);
  expect([...new Set(asked.map(([, name]) => name))].sort()).toEqual(['ky', 'lit']);
});

async function open(framework: string): Promise<{ page: Page; complaints: string[] }> {
  const page = await market.browser.newPage({ locale: 'en-US' });
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  await page.goto(`${market.shop.url}/integrations/${framework}/`);
  return { page, complaints };
}

async function applyByHand(page: Page): Promise<void> {
  await page.getByRole('textbox', { name: 'Promo code' }).fill('hemat10');
  await page.getByRole('button', { name: 'Apply' }).click();
  await page.locator('hemat-discount-field[state=applied]').waitFor();
}

async function summary(page: Page): Promise<string> {
  return page.locator('[part=summary]').innerText();
}

/** Sends the page's form and answers what arrived. */
async function posted(page: Page): Promise<Record<string, string>> {
  await page.getByRole('button', { name: 'Place order' }).click();
  const rows = await page.locator('#posted tr').all();
  const entries = await Promise.all(
    rows.map(
      async (row) => [await row.locator('th').innerText(), await row.locator('td').innerText()] as const,
    ),
  );
  return Object.fromEntries(entries);
}
