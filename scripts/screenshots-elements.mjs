// Pictures of every state of the elements in every look of the theme gallery, at 375 and 1200 px, into .cache/screenshots, to
// be looked at. `node --conditions=hemat-source --import=tsx scripts/screenshots-elements.mjs [theme …]`
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Marketplace } from '../test/e2e/support/marketplace.js';
import { themes } from '../demo/src/gallery/theme.js';
import { findChromium } from './find-chromium.mjs';

const folder = '.cache/screenshots';
const asked = process.argv.slice(2);
process.env.CHROMIUM_PATH ??= findChromium();
mkdirSync(folder, { recursive: true });

const market = await Marketplace.open();
try {
  for (const { id } of themes.filter((theme) => asked.length === 0 || asked.includes(theme.id)))
    for (const width of [375, 1200]) {
      await picture(id, width);
      if (id === 'default') await picture(id, width, 'id');
    }
} finally {
  await market.close();
}

/** One page of the gallery, once each sample is in its state; `lang` puts the elements' words into another language. */
async function picture(id, width, lang = '') {
  const forcedColors = id === 'contrast' ? 'active' : 'none';
  const page = await market.browser.newPage({ viewport: { width, height: 800 }, forcedColors });
  await page.goto(`${market.shop.url}/gallery/${id}`);
  await page.locator('#chips hemat-discount-field[state=applied] [part~=code]').nth(2).waitFor();
  await page.locator('#unavailable hemat-discount-field[state=unavailable]').waitFor();
  await page.locator('#teaser-unavailable hemat-promo-teaser[state=unavailable]').waitFor();
  // The elements follow within the same task.
  if (lang) await page.locator('html').evaluate((html, language) => void (html.lang = language), lang);
  const path = join(folder, `elements-${id}${lang && `-${lang}`}-${width}.png`);
  await page.screenshot({ path, fullPage: true });
  await page.close();
  console.log(path);
}
