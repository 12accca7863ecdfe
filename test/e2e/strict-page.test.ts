import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { root } from '../support/temp-folder.js';
import { Stage } from './support/stage.js';

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open();
});
afterAll(() => stage?.close());

const field = `<form method="post" action="/posted">
  <hemat-discount-field name="discountCode" currency="IDR" subtotal="250000" open><input name="discountCode" /></hemat-discount-field>
  <button id="order">Order</button>
</form>`;
const teaser = `<hemat-promo-teaser currency="IDR" subtotal="250000"></hemat-promo-teaser>`;

/** What a policy has stopped so far. */
interface Stopped extends Window {
  violations?: string[];
}

it('breaks no rule of a strict policy with Trusted Types, in any state', async () => {
  const { url: service } = stage.service;
  const policy = `default-src 'none'; script-src 'self' ${service}; style-src 'self'; connect-src ${service}; img-src data:;
    form-action 'self'; base-uri 'none'; require-trusted-types-for 'script'; trusted-types lit-html`;
  const headers = { 'content-security-policy': policy.replaceAll(/\s+/g, ' ') };
  stage.site.putFile('/watch.js', 'text/javascript', `(${watchPolicy.toString()})()`);
  const head = `<script src="/watch.js"></script>${stage.script}`;
  const { page, complaints } = await stage.visit(
    stage.site.put('/strict', { head, body: field + teaser, headers }),
  );
  await page.locator('hemat-promo-teaser[state=listed]').waitFor();
  await enter(page, 'TIDAKADA', 'refused');
  await enter(page, 'KOPI25', 'pending');
  await enter(page, 'HEMAT10', 'applied');
  await page.locator('[part=remove]').first().click();
  await page.locator('[part=pick]:enabled').first().click();
  await page.locator('hemat-discount-field[state=applied]').waitFor();
  expect(await page.evaluate(() => (window as Stopped).violations)).toEqual([]);
  expect(complaints).toEqual([]);

  // The watch is awake: what the policy forbids is reported.
  await page.evaluate(() =>
    document.head.append(Object.assign(document.createElement('style'), { textContent: 'p{}' })),
  );
  expect(await page.evaluate(() => (window as Stopped).violations)).toEqual(['style-src-elem']);
  await page.locator('#order').click();
  await page.locator('#posted').waitFor();
});

it('moves nothing when it starts late on a page that has kept its place', async () => {
  const sheet = readFileSync(join(root, 'demo/gallery/default.css'), 'utf8');
  const text = '<p>What follows the elements must not move.</p>'.repeat(8);
  const body = field.replace('open>', '>') + text + field + text + teaser + text;
  const shiftOf = async (path: string, style: string) => {
    const head = `<meta name="viewport" content="width=device-width">
      <style>body { font: 16px/1.4 sans-serif } ${style}</style><script>(${watchShifts.toString()})()</script>`;
    const url = stage.site.put(path, { head, body: `${body}<script>${scriptAfter(400)}</script>` });
    const { page } = await stage.visit(url, { viewport: { width: 375, height: 1200 } });
    await page.locator('hemat-promo-teaser[state=listed]').waitFor();
    await page.evaluate(
      () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
    );
    return page.evaluate(() => (window as { shift?: number }).shift);
  };
  expect(await shiftOf('/unkept', '')).toBeGreaterThan(0.01);
  expect(await shiftOf('/kept', sheet)).toBe(0);
});

it('spends under 4 ms of script from a changed cart of 50 lines to the amount that is painted', async () => {
  const { page } = await stage.visit(
    stage.site.put('/speed', { head: stage.script, body: field.replace('subtotal="250000"', '') }),
  );
  await page.locator('hemat-discount-field:defined').waitFor();
  // The machine may be busy with something else for a while: the quietest of three runs counts.
  const runs = [];
  for (let run = 0; run < 3; run += 1) runs.push(p95(await page.evaluate(changeCart, 60)));
  console.log(`cart of 50 lines → painted amount: p95 ${Math.min(...runs).toFixed(1)} ms of script`);
  expect(Math.min(...runs)).toBeLessThan(4);
});

function p95(times: number[]): number {
  return times.sort((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? Infinity;
}

async function enter(page: Page, code: string, state: string): Promise<void> {
  await page.locator('hemat-discount-field [part=input]').fill(code);
  await page.keyboard.press('Enter');
  await page.locator(`hemat-discount-field[state=${state}]`).waitFor();
}

/** Adds the script once the page has been painted. */
function scriptAfter(ms: number): string {
  const { latestUrl, workspace } = stage.embed;
  return `setTimeout(() => {
    const script = Object.assign(document.createElement('script'), { src: '${latestUrl}' });
    script.dataset.workspace = '${workspace}';
    document.head.append(script);
  }, ${ms})`;
}

/** Runs in the page before everything else. */
function watchPolicy(): void {
  const violations: string[] = [];
  (window as Stopped).violations = violations;
  document.addEventListener('securitypolicyviolation', (event) => violations.push(event.effectiveDirective));
}

/** Runs in the page before everything else. */
function watchShifts(): void {
  const page = window as { shift?: number };
  page.shift = 0;
  new PerformanceObserver((list) => {
    // Chromium's own entry, which the DOM's types do not have.
    const shifts = list.getEntries() as (PerformanceEntry & { readonly value: number })[];
    for (const { value } of shifts) page.shift = (page.shift ?? 0) + value;
  }).observe({ type: 'layout-shift', buffered: true });
}

/** Runs in the page: how long the script takes from each new cart to the new amount, ms. */
async function changeCart(rounds: number): Promise<number[]> {
  const field = document.querySelector('hemat-discount-field');
  if (!field) throw new Error('There is no field.');
  const cartOf = (quantity: number) => ({
    currency: 'IDR',
    lineItems: Array.from({ length: 50 }, (_, index) => ({
      lineId: `line-${index}`,
      productId: `product-${index}`,
      title: `Product ${index}`,
      tags: ['coffee'],
      quantity: index === 0 ? quantity : 1,
      unitAmount: 12_345 + index,
    })),
  });
  field.cart = cartOf(1);
  await field.apply('HEMAT10');
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const before = field.shadowRoot?.querySelector('[part=summary]')?.textContent;
    const cart = cartOf(2 + (round % 40));
    const started = performance.now();
    field.cart = cart;
    await field.updateComplete;
    times.push(performance.now() - started);
    if (field.shadowRoot?.querySelector('[part=summary]')?.textContent === before)
      throw new Error('No new amount.');
    await new Promise(requestAnimationFrame);
  }
  return times;
}
