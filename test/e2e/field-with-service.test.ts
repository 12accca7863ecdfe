import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { apiCaller, dataOf } from '../support/api-caller.js';
import { initHemat, serveHemat, type HematHome } from '../support/hemat-service.js';
import type { RunningProcess } from '../support/start-process.js';
import { tempFolder } from '../support/temp-folder.js';
import { launchBrowser } from './support/browser.js';
import { PageServer } from './support/page-server.js';

let home: HematHome;
let service: RunningProcess;
let site: PageServer;
let browser: Browser;

beforeAll(async () => {
  home = await initHemat(tempFolder('field'));
  service = await serveHemat(home, { env: { HEMAT_RATE_LIMIT_REQUESTS: '1000/1' } });
  const call = apiCaller(service.url, home.secretKey);
  const codes = [
    { code: 'HEMAT10', combinesWith: ['shipping'] },
    { code: 'ONGKIR', type: 'shipping_percent', value: 100, combinesWith: ['cart'] },
    { code: 'MIN300', currency: 'IDR', minPurchaseAmount: 300_000, public: true, title: 'Big baskets' },
    { code: 'SETENGAH', value: 50, public: true },
  ];
  for (const code of codes)
    dataOf(await call('POST', '/discount-codes', { type: 'percent', value: 10, ...code }));
  site = await PageServer.open();
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
  await service?.stop();
});

async function visit(path: string, workspace = home.slug): Promise<Page> {
  const page = await browser.newPage();
  const cart = `currency="IDR" subtotal="250000" shipping-amount="12000"`;
  await page.goto(
    site.put(path, {
      head: `<script src="${service.url}/v1/hemat.js" data-workspace="${workspace}"></script>`,
      body: `<hemat-promo-teaser ${cart}></hemat-promo-teaser>
        <hemat-discount-field open name="discountCode" ${cart}></hemat-discount-field>`,
    }),
  );
  return page;
}

async function type(page: Page, code: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Promo code' }).fill(code);
  await page.getByRole('button', { name: 'Apply' }).click();
}

const field = 'hemat-discount-field';
const setSubtotal = (page: Page, subtotal: number): Promise<void> =>
  page.evaluate((amount) => {
    for (const element of document.querySelectorAll('hemat-discount-field, hemat-promo-teaser'))
      element.setAttribute('subtotal', String(amount));
  }, subtotal);

it('lets a code wait for the cart and applies it by itself once the cart qualifies', async () => {
  const page = await visit('/waiting');
  await type(page, 'min300');
  await page.locator(`${field}[state=pending]`).waitFor();
  await page
    .getByText(/Add Rp\s?50,000 more to use this code/)
    .first()
    .waitFor();
  await setSubtotal(page, 300_000);
  await page.locator(`${field}[state=applied]`).waitFor();
  await page
    .getByText(/You save Rp\s?30,000, new total Rp\s?282,000/)
    .first()
    .waitFor();
  await setSubtotal(page, 260_000);
  await page.locator(`${field}[state=pending]`).waitFor();
  await page.close();
});

it('holds two codes that may stand together, and keeps the other when one is removed', async () => {
  const page = await visit('/two');
  await type(page, 'hemat10');
  await page.getByRole('button', { name: 'Remove HEMAT10' }).waitFor();
  await type(page, 'ongkir');
  await page
    .getByText(/You save Rp\s?37,000, new total Rp\s?225,000/)
    .first()
    .waitFor();
  await page.getByRole('button', { name: 'Remove HEMAT10' }).click();
  await page
    .getByText(/You save Rp\s?12,000, new total Rp\s?250,000/)
    .first()
    .waitFor();
  await page.close();
});

it('lists public promos, the best first, applies a tapped one and offers it in place of another', async () => {
  const page = await visit('/teaser');
  const promos = page.locator('hemat-promo-teaser [part=promo]');
  await promos.first().waitFor();
  expect(await promos.locator('[part=worth]').allInnerTexts()).toEqual([
    expect.stringMatching(/Saves Rp\s?125,000/),
    expect.stringMatching(/Spend Rp\s?50,000 more/),
  ]);
  await type(page, 'hemat10');
  await page.getByRole('button', { name: 'Remove HEMAT10' }).waitFor();
  await promos.getByRole('button', { name: 'Use SETENGAH' }).click();
  await page.getByRole('button', { name: 'Use SETENGAH instead' }).click();
  await page.getByRole('button', { name: 'Remove SETENGAH' }).waitFor();
  await page
    .getByText(/You save Rp\s?125,000/)
    .first()
    .waitFor();
  expect(await page.getByRole('button', { name: 'Remove HEMAT10' }).count()).toBe(0);
  await page.close();
});

it('fails open, with a hint for the page’s author, where the workspace is unknown', async () => {
  const page = await visit('/unknown', 'nobody');
  const hint = page.waitForEvent('console', (message) => message.text().startsWith('hemat: '));
  await type(page, 'hemat10');
  await page.locator(`${field}[state=unavailable]`).waitFor();
  expect((await hint).text()).toMatch(/hemat: [A-Z_]+ .*\(req_\w+\)/);
  await page.close();
});
