// Pictures of the dashboard from the real service: docs/images/dashboard-*.png for the guide, and with --all every page on a phone
// and on a desk, light and dark, in both languages, into .cache/screenshots, to be looked at. Builds what changed first.
// `node --conditions=hemat-source --import=tsx scripts/screenshots-dashboard.mjs [--all]`
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { Office } from '../test/dashboard/support/office.js';
import { findChromium } from './find-chromium.mjs';

const dayMs = 86_400_000;
const build = spawnSync(process.execPath, ['scripts/build.mjs'], { stdio: 'inherit' });
if (build.status !== 0) process.exit(1);
process.env.CHROMIUM_PATH ??= findChromium();

let ago = 0;
const office = await Office.open({ now: () => Date.now() - ago });
try {
  const id = await runCampaigns();
  await makeImages(id);
  if (process.argv.includes('--all')) await makeSheets(id);
} finally {
  await office.close();
}

/** A few codes, and a month of orders with one of them; answers its id. */
async function runCampaigns() {
  ago = 30 * dayMs;
  await office.call('PATCH', '/workspace', {
    name: 'Toko Kopi',
    allowedOrigins: ['https://toko.example.com'],
  });
  const money = { currency: 'IDR' };
  await make({ code: 'LEBARAN', type: 'percent', value: 20, expiresAt: inDays(-3), maxUsesTotal: 200 });
  const { id } = await make({
    code: 'KOPI10',
    type: 'percent',
    value: 10,
    maxDiscountAmount: 50_000,
    minPurchaseAmount: 100_000,
    maxUsesTotal: 500,
    limitPolicy: 'hold',
    name: 'Newsletter of November',
    expiresAt: inDays(20),
    ...money,
  });
  await make({ code: 'ONGKIR', type: 'shipping_percent', value: 100, public: true, title: 'Free shipping' });
  for (let day = 29; day >= 0; day -= 1) {
    ago = day * dayMs;
    const orders = 2 + ((day * 7) % 5) + (day % 7 === 0 ? 6 : 0);
    for (let order = 0; order < orders; order += 1)
      await order10(`${1000 + (29 - day) * 20 + order}`, day + order);
  }
  ago = 0;
  await make({ code: 'AKHIRTAHUN', type: 'fixed', value: 25_000, startsAt: inDays(25), ...money });
  await make({ code: 'SAHABAT', type: 'percent', value: 15, active: false, name: 'Winback' });
  return id;
}

function make(body) {
  return office.call('POST', '/discount-codes', body);
}

function order10(orderId, seed) {
  const subtotal = 120_000 + ((seed * 37_000) % 400_000);
  const body = { code: 'KOPI10', orderId: `TK-${orderId}`, currency: 'IDR', subtotal };
  return office.call('POST', '/discount-codes/redeem', body);
}

function inDays(days) {
  return new Date(Date.now() + days * dayMs).toISOString();
}

/** What the guide shows. */
async function makeImages(id) {
  const desk = { viewport: { width: 1200, height: 760 }, deviceScaleFactor: 1.5 };
  await picture('docs/images/dashboard-discounts.png', { path: '/discounts', ...desk });
  await picture('docs/images/dashboard-new.png', { path: '/discounts/new', act: fillForm, ...desk });
  await picture('docs/images/dashboard-code.png', {
    path: `/discounts/${id}`,
    ...desk,
    viewport: { width: 1200, height: 1000 },
  });
  await picture('docs/images/dashboard-why.png', { path: '/why?code=lebaran', act: findOut, ...desk });
  await picture('docs/images/dashboard-cost.png', { path: '/cost', act: countFile, ...desk });
  await picture('docs/images/dashboard-phone.png', {
    path: '/discounts',
    viewport: { width: 375, height: 760 },
    deviceScaleFactor: 1.5,
    colorScheme: 'dark',
  });
}

async function fillForm(page) {
  await page.getByLabel('Code', { exact: true }).fill('HARIKOPI');
  await page.getByRole('textbox', { name: 'Percent' }).fill('15');
  await page.getByLabel('At most').fill('30.000');
  await page.getByLabel('Show it in the shop').check();
  await page.getByLabel('Code', { exact: true }).focus();
}

async function findOut(page) {
  await page.getByRole('button', { name: /Find out|Cari tahu/ }).click();
  await page.locator('#verdict').waitFor();
  await page.evaluate('scrollTo(0, 0)');
}

async function countFile(page) {
  const rows = Array.from({ length: 240 }, (_, index) => {
    const day = String(1 + (index % 24)).padStart(2, '0');
    return `${index},2026-10-${day},${60_000 + ((index * 53) % 37) * 9000}`;
  });
  const buffer = Buffer.from(['order_id,date,subtotal', ...rows].join('\n'));
  await page.locator('input[type=file]').setInputFiles({ name: 'orders.csv', mimeType: 'text/csv', buffer });
  await page.getByText(/Counted|selesai dihitung/).waitFor();
}

/** Every page in every dress. */
async function makeSheets(id) {
  const pages = {
    'sign-in': { path: '/discounts', as: 'nobody' },
    discounts: { path: '/discounts' },
    new: { path: '/discounts/new' },
    code: { path: `/discounts/${id}` },
    stats: { path: '/stats' },
    why: { path: '/why?code=lebaran', act: findOut },
    cost: { path: '/cost', act: countFile },
    integrations: { path: '/integrations' },
    keys: { path: '/keys' },
    webhooks: { path: '/webhooks' },
    audit: { path: '/audit' },
    members: { path: '/members' },
  };
  for (const [name, page] of Object.entries(pages))
    for (const width of [375, 1200])
      for (const colorScheme of ['light', 'dark'])
        for (const locale of ['en-GB', 'id-ID']) {
          const file = `.cache/screenshots/dashboard-${name}-${width}-${colorScheme}-${locale.slice(0, 2)}.png`;
          await picture(file, {
            ...page,
            viewport: { width, height: 800 },
            colorScheme,
            locale,
            fullPage: true,
          });
        }
}

async function picture(file, { path, act, fullPage = false, ...options }) {
  const { page } = await office.visit(path, options);
  await page.waitForLoadState('networkidle');
  await act?.(page);
  mkdirSync(dirname(file), { recursive: true });
  await page.screenshot({ path: file, animations: 'disabled', fullPage });
  await page.context().close();
  console.log(file);
}
