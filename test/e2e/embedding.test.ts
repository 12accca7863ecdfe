import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { embedAnswer, type EmbedAnswer } from '@hemat/shared/schemas';
import { apiCaller, dataOf } from '../support/api-caller.js';
import { initHemat, serveHemat } from '../support/hemat-service.js';
import type { RunningProcess } from '../support/start-process.js';
import { tempFolder } from '../support/temp-folder.js';
import { launchBrowser } from './support/browser.js';
import { PageServer } from './support/page-server.js';

let service: RunningProcess;
let site: PageServer;
let browser: Browser;
let embed: EmbedAnswer;

beforeAll(async () => {
  const home = await initHemat(tempFolder('embedding'));
  service = await serveHemat(home, { env: { HEMAT_RATE_LIMIT_REQUESTS: '1000/1' } });
  const call = apiCaller(service.url, home.secretKey);
  dataOf(await call('POST', '/discount-codes', { code: 'HEMAT10', type: 'percent', value: 10 }));
  embed = embedAnswer.parse(dataOf(await call('GET', '/embed')));
  site = await PageServer.open();
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
  await service?.stop();
});

const field = `<form action="/order"><hemat-discount-field name="discountCode" currency="IDR" subtotal="250000">
  <input name="discountCode"></hemat-discount-field><button id="order">Order</button></form>`;

/** The script's tag, with `attributes` such as `async`. */
function script(attributes: string): string {
  return `<script ${attributes} src="${embed.latestUrl}" data-workspace="${embed.workspace}"></script>`;
}

/** Opens a page, collecting everything it complains about. */
async function visit(url: string): Promise<{ page: Page; complaints: string[] }> {
  const page = await browser.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  await page.goto(url);
  return { page, complaints };
}

/** A code typed as a shopper does: opens the field, types, and waits for what it saves. */
async function applyByHand(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Have a promo code?' }).click();
  await page.getByRole('textbox', { name: 'Promo code' }).fill('hemat10');
  await page.keyboard.press('Enter');
  await page
    .getByText(/You save Rp\s?25,000/)
    .first()
    .waitFor();
}

/** Adds the script once the page has stood for a while. */
const late = (): string => `<script>
  addEventListener('load', () => setTimeout(() => {
    const script = document.createElement('script');
    script.src = '${embed.latestUrl}';
    script.dataset.workspace = '${embed.workspace}';
    document.head.append(script);
  }, 100));
</script>`;

/** As a framework does: makes the element, sets its properties and puts it in the page, whether it is defined or not. */
const made = `<form action="/order"><div id="app"></div></form><script>
  const field = document.createElement('hemat-discount-field');
  field.setAttribute('name', 'discountCode');
  field.cart = { currency: 'IDR', lineItems: [{ productId: 'p1', quantity: 1, unitAmount: 250000 }] };
  document.getElementById('app').append(field);
</script>`;

/** Inside somebody else's component, whose form it belongs to. */
const inside = `<script>
  customElements.define('their-checkout', class extends HTMLElement {
    connectedCallback() {
      this.attachShadow({ mode: 'open' }).innerHTML = \`${field}\`;
    }
  });
</script><their-checkout></their-checkout>`;

const ways: Record<string, () => { head?: string; body: string }> = {
  'with the snippet of the service': () => ({
    body: `${embed.snippet}${field}`.replace(/<hemat-d[^]*?field>/, ''),
  }),
  'async in the head': () => ({ head: script('async'), body: field }),
  'deferred in the head': () => ({ head: script('defer'), body: field }),
  'blocking in the head': () => ({ head: script(''), body: field }),
  'as a module': () => ({ head: script('type="module"'), body: field }),
  'in the body before the element': () => ({ body: script('') + field }),
  'in the body after the element': () => ({ body: field + script('') }),
  'twice, by two addresses': () => ({
    head: script('async'),
    body: field + script('async').replace(embed.latestUrl, embed.scriptUrl),
  }),
  'long after the page': () => ({ head: late(), body: field }),
  'inside another shadow root': () => ({ head: script('async'), body: inside }),
  'made by a framework after the script': () => ({ head: script(''), body: made }),
  'made by a framework before the script': () => ({ body: made + script('async') }),
};

it.each(Object.keys(ways))('applies a code and posts it, embedded %s', async (way) => {
  const url = site.put(`/${way.replaceAll(/\W+/g, '-')}`, ways[way]?.() ?? {});
  site.put('/order', { body: 'Thank you' });
  const { page, complaints } = await visit(url);
  await applyByHand(page);
  const field = page.locator('hemat-discount-field');
  expect(await field.count()).toBe(1);
  expect(await field.getAttribute('state')).toBe('applied');
  expect(await field.evaluate((element) => element.querySelectorAll('input').length)).toBe(0);
  await field.evaluate((element) => element.closest('form')?.requestSubmit());
  await page.getByText('Thank you').waitFor();
  const { searchParams } = new URL(page.url());
  expect(searchParams.getAll('discountCode')).toEqual(['HEMAT10']);
  expect(searchParams.get('discountCode-quote')).toMatch(/.{20}/);
  expect(complaints).toEqual([]);
  await page.close();
});

it('adds nothing to the page but Hemat and the two elements', async () => {
  const { page } = await visit(site.put('/globals', { body: field }));
  const bare = await page.evaluate(() => Object.getOwnPropertyNames(globalThis));
  await page.goto(site.put('/globals-with', { head: script(''), body: field }));
  await page.locator('hemat-discount-field:defined').waitFor();
  const names = await page.evaluate(() => Object.getOwnPropertyNames(globalThis));
  const added = names.filter((name) => !bare.includes(name));
  expect(added).toEqual(['Hemat']);
  await page.close();
});

it('is not run by a browser that was promised other bytes, and the plain input goes on working', async () => {
  const tampered = embed.snippet.replace(embed.integrity, `sha384-${'A'.repeat(64)}`);
  const { page } = await visit(
    site.put('/tampered', { body: tampered.replace(/<hemat-d[^]*?field>/, '') + field }),
  );
  await page.locator('input[name=discountCode]').fill('HEMAT10');
  await page.locator('#order').click();
  await page.getByText('Thank you').waitFor();
  expect(new URL(page.url()).searchParams.getAll('discountCode')).toEqual(['HEMAT10']);
  await page.close();
});

it('applies the code of a link, and not again on a reload once the shopper has removed it', async () => {
  const linked = field.replace('<hemat-discount-field', '<hemat-discount-field auto-apply');
  const url = site.put('/linked', { head: script('async'), body: linked });
  const { page, complaints } = await visit(`${url}?discount=hemat10`);
  await page
    .getByText(/You save/)
    .first()
    .waitFor();
  await page.reload();
  await page.getByRole('button', { name: 'Remove HEMAT10' }).click();
  await page.getByRole('textbox', { name: 'Promo code' }).waitFor();
  await page.reload();
  await page.getByRole('button', { name: 'Have a promo code?' }).waitFor();
  await page.waitForLoadState('networkidle');
  expect(await page.locator('hemat-discount-field').getAttribute('state')).toBe('collapsed');
  await applyByHand(page);
  expect(complaints).toEqual([]);
  await page.close();
});
