import axe from 'axe-core';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { themes } from '../../demo/src/gallery/theme.js';
import { Marketplace } from './support/marketplace.js';

/** What each sample of the gallery shows, by its id. */
const fieldStates = {
  collapsed: 'collapsed',
  idle: 'idle',
  checking: 'checking',
  applied: 'applied',
  lines: 'applied',
  pending: 'pending',
  refused: 'refused',
  unavailable: 'unavailable',
  chips: 'applied',
  replace: 'refused',
  disabled: 'idle',
};
const teaserStates = {
  listed: 'listed',
  loading: 'loading',
  empty: 'empty',
  expired: 'expired',
  unavailable: 'unavailable',
};

let market: Marketplace;
beforeAll(async () => {
  market = await Marketplace.open();
});
afterAll(() => market?.close());

describe.each(themes)('the gallery in the look $id', ({ id, dir }) => {
  it('shows every state, readable, on a phone', async () => {
    const { page, complaints } = await open(id);
    for (const [sample, state] of Object.entries(fieldStates))
      await page.locator(`#${sample} hemat-discount-field[state=${state}]`).waitFor();
    for (const [sample, state] of Object.entries(teaserStates))
      await page.locator(`#teaser-${sample} hemat-promo-teaser[state=${state}]`).waitFor();
    await expect.poll(() => page.locator('#chips [part~=code]').count()).toBe(3);

    const { width, screen } = await page.evaluate(() => ({
      width: document.documentElement.scrollWidth,
      screen: document.documentElement.clientWidth,
    }));
    expect(width).toBe(screen);
    expect(await violations(page)).toEqual([]);
    // A stand-in answers 503 for a service that is away; the browser says so.
    expect(complaints.filter((text) => !text.includes('503'))).toEqual([]);
    expect(await isBefore(page, '#applied [part=code-name]', '#applied [part=remove]')).toBe(dir !== 'rtl');
    await page.context().close();
  });
});

it('hardly moves where a shopper has asked for less motion', async () => {
  const { page } = await open('default', { reducedMotion: 'reduce' });
  const message = page.locator('#checking [part=message]');
  await message.waitFor();
  const turn = await message.evaluate((part) => getComputedStyle(part, '::before').animationDuration);
  expect(turn).toBe('4s');
  const apply = page.locator('#idle [part=apply]');
  expect(await apply.evaluate((part) => getComputedStyle(part).transitionDuration)).toBe('0s');
  await page.context().close();
});

it('is linked from the shop', async () => {
  const shopper = await market.welcome();
  await shopper.page.goto(market.shop.url);
  await shopper.page.getByRole('link', { name: 'other looks' }).click();
  await shopper.page.locator('#applied hemat-discount-field[state=applied]').waitFor();
});

async function open(
  theme: string,
  media: BrowserContextOptions = {},
): Promise<{ page: Page; complaints: string[] }> {
  const forcedColors = theme === 'contrast' ? 'active' : 'none';
  const context = await market.browser.newContext({
    viewport: { width: 375, height: 800 },
    forcedColors,
    ...media,
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  await page.goto(`${market.shop.url}/gallery/${theme}`);
  return { page, complaints };
}

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  // In the page's own world, where the line above has put `axe`.
  const found = await page.evaluate(() => (globalThis as unknown as { axe: typeof axe }).axe.run());
  return found.violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
  );
}

/** Whether one thing stands left of another. */
async function isBefore(page: Page, one: string, other: string): Promise<boolean> {
  const [first, second] = await Promise.all([one, other].map((each) => page.locator(each).boundingBox()));
  return (first?.x ?? 0) < (second?.x ?? 0);
}
