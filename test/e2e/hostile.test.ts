import axe from 'axe-core';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { compile } from 'tailwindcss';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../support/temp-folder.js';
import { Stage, type Visited } from './support/stage.js';

const folder = join(import.meta.dirname, 'hostile');
const pages = readdirSync(folder).filter((file) => file.endsWith('.html'));
const phone = { viewport: { width: 375, height: 700 } };
const elements = `<hemat-promo-teaser currency="IDR" subtotal="250000"></hemat-promo-teaser>
<hemat-discount-field name="discountCode" currency="IDR" subtotal="250000" open>
  <label>Discount code <input name="discountCode" /></label>
</hemat-discount-field>`;

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open();
  const library = (path: string) => readFileSync(join(root, 'test/node_modules', path), 'utf8');
  const { site } = stage;
  site.putFile('/bootstrap.css', 'text/css', library('bootstrap/dist/css/bootstrap.min.css'));
  site.putFile('/bootstrap.js', 'text/javascript', library('bootstrap/dist/js/bootstrap.bundle.min.js'));
  site.putFile('/jquery.js', 'text/javascript', library('jquery/dist/jquery.min.js'));
  const preflight = await compile(library('tailwindcss/preflight.css'));
  site.putFile('/preflight.css', 'text/css', preflight.build([]));
});
afterAll(() => stage?.close());

describe.each(pages)('on %s', (file) => {
  it('stays whole: applies, removes, refuses and posts, and adds no fault to the page', async () => {
    const bare = await open(file, '');
    const { page, complaints } = await open(file, stage.script + elements);
    const field = page.locator('hemat-discount-field');
    const input = field.locator('[part=input]');
    const apply = field.locator('[part=apply]');
    await page.locator('hemat-promo-teaser[state=listed] [part=pick]').first().waitFor();
    expect(await outOfReach(input, apply, page.locator('[part=pick]').first())).toEqual([]);

    await input.fill('LAMA');
    await apply.click();
    await page.locator('hemat-discount-field[state=refused]').waitFor();
    expect(await newViolations(page, bare.page)).toEqual([]);

    await input.fill('hemat10');
    await input.press('Enter');
    await page.locator('hemat-discount-field[state=applied]').waitFor();
    expect(await field.locator('[part=summary]').innerText()).toMatch(/save Rp\s25,000/i);
    expect(await outOfReach(field.locator('[part=remove]'))).toEqual([]);
    expect(await newViolations(page, bare.page)).toEqual([]);
    expect(await overflow(page)).toBeLessThanOrEqual(await overflow(bare.page));

    await field.locator('[part=remove]').click();
    await input.waitFor();
    await page.locator('hemat-promo-teaser [part=pick]').first().click();
    await page.locator('hemat-discount-field[state=applied]').waitFor();
    expect(complaints).toEqual(bare.complaints);
    expect(new URL(page.url()).pathname).toBe(`/${file}`);

    await page.locator('form').evaluate((form) => (form as HTMLFormElement).requestSubmit());
    const posted = JSON.parse(await page.locator('#posted').innerText()) as string[][];
    expect(posted.filter(([name]) => name === 'discountCode')).toEqual([['discountCode', 'HEMAT10']]);
    await page.context().close();
    await bare.page.context().close();
  });
});

/** A hostile page with this in its form. */
async function open(file: string, content: string): Promise<Visited> {
  const html = readFileSync(join(folder, file), 'utf8').replace('<!--elements-->', content);
  return stage.visit(stage.site.putFile(`/${file}`, 'text/html', html), phone);
}

/** Of these controls the ones that cannot be hit with a thumb, or are not wholly on the phone's screen. */
async function outOfReach(...controls: Locator[]): Promise<unknown[]> {
  const boxes = await Promise.all(controls.map((control) => control.boundingBox()));
  return boxes.filter(
    (box) => !box || box.width < 44 || box.height < 44 || box.x < 0 || box.x + box.width > 375,
  );
}

/** How far the page reaches beyond the screen's side, px. */
async function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

/** The axe rules that the page breaks with the elements and does not break without them. */
async function newViolations(page: Page, bare: Page): Promise<string[]> {
  const [found, before] = [await violations(page), await violations(bare)];
  return found.filter((rule) => !before.includes(rule));
}

async function violations(page: Page): Promise<string[]> {
  // In the page's own world, where the script that the first line brings has put `axe`.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source);
  const found = await page.evaluate(() => (globalThis as unknown as { axe: typeof axe }).axe.run());
  return found.violations.map(({ id, nodes }) => {
    const ours = nodes.filter(({ target }) => JSON.stringify(target).includes('hemat-'));
    return ours.length > 0 ? `${id} in ${ours.map((node) => node.target.join(' ')).join(', ')}` : id;
  });
}
