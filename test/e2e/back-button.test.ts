import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Stage } from './support/stage.js';

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open();
  stage.site.put('/order', { body: 'Thank you' });
});
afterAll(() => stage?.close());

/** Nothing but the browser's own form restore may bring a code back: the field remembers none, and the page is made anew. */
const body = `<form action="/order"><label>Name <input name="buyer"></label>
  <hemat-discount-field name="discountCode" currency="IDR" subtotal="250000" persist="none" open>
  </hemat-discount-field><button>Order</button></form>`;

const ways: Record<string, () => string> = {
  async: () => stage.script,
  deferred: () => stage.script.replace(' async', ' defer'),
  blocking: () => stage.script.replace(' async', ''),
};

async function openCheckout(path: string, head: string): Promise<Page> {
  const { page } = await stage.visit(stage.site.put(path, { head, body }));
  await page.getByLabel('Name').fill('Pembeli');
  return page;
}

/** Orders, and comes back to a page that was made anew. */
async function orderAndGoBack(page: Page): Promise<void> {
  await page.evaluate(() => document.documentElement.setAttribute('data-first', ''));
  await page.getByRole('button', { name: 'Order' }).click();
  await page.getByText('Thank you').waitFor();
  await page.goBack();
  expect(await page.locator('html[data-first]').count()).toBe(0);
  expect(await page.getByLabel('Name').inputValue()).toBe('Pembeli');
}

describe.each(Object.keys(ways))('with a script that is %s', (way) => {
  const head = (): string => ways[way]?.() ?? '';

  it('has the applied code again when the shopper goes back', async () => {
    const page = await openCheckout(`/applied-${way}`, head());
    await page.getByRole('textbox', { name: 'Promo code' }).fill('hemat10');
    await page.keyboard.press('Enter');
    await page.locator('hemat-discount-field[state=applied]').waitFor();
    await orderAndGoBack(page);
    await page.getByRole('button', { name: 'Remove HEMAT10' }).waitFor();
    await page.getByRole('button', { name: 'Order' }).click();
    await page.getByText('Thank you').waitFor();
    expect(new URL(page.url()).searchParams.getAll('discountCode')).toEqual(['HEMAT10']);
  });

  it('has what was typed again, and asks for nothing', async () => {
    const page = await openCheckout(`/typed-${way}`, head());
    await page.getByRole('textbox', { name: 'Promo code' }).fill('half-typ');
    await orderAndGoBack(page);
    await expect
      .poll(async () => page.getByRole('textbox', { name: 'Promo code' }).inputValue())
      .toBe('half-typ');
    expect(await page.locator('hemat-discount-field').getAttribute('state')).toBe('idle');
  });
});
