// Makes the pictures from the running shop: docs/images/*.png for the README, and every page in four dresses into
// .cache/screenshots for looking at. Builds what changed first. `node scripts/screenshots.mjs [--images]`
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { findChromium } from './find-chromium.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const { chromium } = createRequire(join(root, 'test/package.json'))('playwright-core');
const onlyImages = process.argv.includes('--images');

if (spawnSync(process.execPath, ['scripts/build.mjs'], { cwd: root, stdio: 'inherit' }).status !== 0)
  process.exit(1);
const data = mkdtempSync(join(tmpdir(), 'hemat-pictures-'));
const demo = spawn(process.execPath, ['scripts/start.mjs'], {
  cwd: root,
  env: { ...process.env, PORT: '0', SHOP_PORT: '0', DATA_FOLDER: data, HEMAT_RATE_LIMIT_REQUESTS: '1000/1' },
  stdio: ['ignore', 'pipe', 'inherit'],
});
const gone = new Promise((settle) => demo.once('exit', settle));
const browser = await chromium.launch({
  executablePath: findChromium(),
  args: ['--no-sandbox', '--disable-gpu'],
});
try {
  const shop = await openedShop();
  await makeImages(shop);
  if (!onlyImages) await makeSheets(shop);
} finally {
  await browser.close();
  demo.kill('SIGTERM');
  await gone;
  rmSync(data, { recursive: true, force: true });
}

/** The shop's address, once `npm start` prints it. */
function openedShop() {
  return new Promise((settle, fail) => {
    demo.once('exit', () => fail(new Error('The shop did not open.')));
    createInterface({ input: demo.stdout }).on('line', (line) => {
      const address = /^\s*Shop\s+(http\S+)/.exec(line)?.[1];
      if (address) settle(address);
    });
  });
}

/** What the README shows: the order form with a code that applies, down to the last field. */
async function makeImages(shop) {
  const page = await visit(shop, { viewport: { width: 1200, height: 998 }, deviceScaleFactor: 1.5 });
  await fillOrderForm(page, shop);
  await save(page, 'docs/images/order-form.png');
  await page.context().close();
}

/** Every page on a phone and on a desk, light and dark. */
async function makeSheets(shop) {
  for (const width of [375, 1200]) {
    for (const colorScheme of ['light', 'dark']) {
      const page = await visit(shop, { viewport: { width, height: 860 }, colorScheme });
      const keep = (name) =>
        save(page, `.cache/screenshots/${name}-${width}-${colorScheme}.png`, { fullPage: true });
      await openSettled(page, `${shop}/`);
      await keep('catalogue');
      await openSettled(page, `${shop}/codes`);
      await keep('codes');
      await fillOrderForm(page, shop);
      await keep('order-form');
      await typeCode(page, 'TIDAKADA');
      await page.locator('hemat-discount-field[state=refused]').waitFor();
      await keep('refused');
      await placeOrder(page, shop);
      await keep('order');
      await press(page, 'form[action$="/mark-paid"] button');
      await press(page, 'form[action$="/simulate-webhook"] button');
      await keep('order-paid');
      await openSettled(page, `${shop}/orders`);
      await keep('orders');
      await page.context().close();
    }
  }
}

async function visit(shop, options) {
  const context = await browser.newContext({ reducedMotion: 'reduce', locale: 'en', ...options });
  await context.addCookies([{ name: 'language', value: 'en', url: shop }]);
  return context.newPage();
}

/** A cart of three products with KOPI25 applied and the delivery filled in. */
async function fillOrderForm(page, shop) {
  for (const product of ['kopi-gayo', 'kopi-senja', 'penyeduh-v60']) {
    await openSettled(page, `${shop}/`);
    await press(page, `button[name=more][value=${product}]`);
  }
  await openSettled(page, `${shop}/cart`);
  await page.locator('input[name=name]').fill('Pembeli');
  await page.locator('input[name=email]').fill('pembeli@example.com');
  await page.locator('textarea[name=address]').fill('Jalan Melati 5, Menteng');
  await typeCode(page, 'KOPI25');
  await page.locator('hemat-discount-field[state=applied]').waitFor();
  await page.evaluate('document.activeElement?.blur()');
}

async function typeCode(page, code) {
  const remove = page.locator('hemat-discount-field [part=remove]');
  while ((await remove.count()) > 0) await remove.first().click();
  const field = page.locator('hemat-discount-field input#code');
  await field.fill(code);
  await field.press('Enter');
}

async function placeOrder(page, shop) {
  await fillOrderForm(page, shop);
  await press(page, '#place');
}

/** Presses a button that sends a form and waits for the answer. */
async function press(page, selector) {
  await Promise.all([page.waitForEvent('load'), page.locator(selector).first().click()]);
}

/** Opens a page and waits until its promos, pictures and fonts are there. */
async function openSettled(page, url) {
  await page.goto(url, { waitUntil: 'networkidle' });
  await page.evaluate('document.fonts.ready.then(() => null)');
}

async function save(page, file, options) {
  const path = join(root, file);
  mkdirSync(dirname(path), { recursive: true });
  await page.screenshot({ path, animations: 'disabled', ...options });
  console.log(file);
}
