import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumEngine } from './support/engines/chromium.js';
import type { EnginePage } from './support/engines/engine.js';
import { firefoxEngine } from './support/engines/firefox.js';
import { webkitEngine } from './support/engines/webkit.js';
import { Stage } from './support/stage.js';

/** Carts whose amounts are written in a language: its tag, the currency, the subtotal in minor units. */
const carts = [
  ['id', 'IDR', 250_000],
  ['en', 'IDR', 250_000],
  ['en', 'USD', 123_456],
  ['id', 'USD', 123_456],
  ['en', 'JPY', 5000],
  ['en', 'KWD', 123_456],
  ['en', 'EUR', 99_999],
] as const;

/** What a shopper reads, the code applied. */
const sentences = [
  'Anda hemat Rp\u00a025.000, total baru Rp\u00a0225.000',
  'You save Rp\u00a025,000, new total Rp\u00a0225,000',
  'You save $123.46, new total $1,111.10',
  'Anda hemat $123,46, total baru $1.111,10',
  'You save ¥500, new total ¥4,500',
  'You save KWD\u00a012.346, new total KWD\u00a0111.110',
  'You save €100.00, new total €899.99',
];

let stage: Stage;
let url: string;
beforeAll(async () => {
  stage = await Stage.open();
  const fields = carts.map(
    ([lang, currency, subtotal], index) =>
      `<hemat-discount-field group="${index}" lang="${lang}" currency="${currency}" subtotal="${subtotal}" persist="none" open></hemat-discount-field>`,
  );
  const form = `<form method="post" action="/posted">
    <hemat-discount-field name="discountCode" currency="IDR" subtotal="250000" open><input name="discountCode" /></hemat-discount-field>
  </form>`;
  url = stage.site.put('/engines', { head: stage.script, body: form + fields.join('') });
});
afterAll(() => stage?.close());

const engines = [chromiumEngine(() => stage.browser), firefoxEngine, webkitEngine];

describe.each(engines)('in $name', ({ name, open }) => {
  it('applies a code, posts the form, and writes every amount alike', async ({ skip }) => {
    const page = await open();
    if (!page) {
      console.log(`${name} skipped: not installed`);
      return skip('not installed');
    }
    try {
      await page.goto(url);
      expect(await page.run(applyEverywhere, 'hemat10')).toEqual(sentences);
      expect(await page.run(sendForm, null)).toEqual([
        ['discountCode', 'HEMAT10'],
        ['discountCode-quote', expect.stringMatching(/.{20}/)],
      ]);
      expect(await posted(page)).toEqual(['discountCode', 'discountCode-quote']);
    } finally {
      await page.close();
    }
  });
});

/** Runs in the page: types the code into each field, presses Apply, and reads what each says. */
async function applyEverywhere(code: string): Promise<(string | undefined)[]> {
  await customElements.whenDefined('hemat-discount-field');
  const until = async (isDone: () => boolean) => {
    while (!isDone()) await new Promise((resolve) => setTimeout(resolve, 20));
  };
  const fields = [...document.querySelectorAll('hemat-discount-field')];
  for (const { shadowRoot, updateComplete } of fields) {
    await updateComplete;
    const input = shadowRoot?.querySelector('input');
    if (!input) throw new Error('There is no input.');
    input.value = code;
    input.dispatchEvent(new InputEvent('input', { bubbles: true }));
    shadowRoot?.querySelector<HTMLElement>('[part=apply]')?.click();
  }
  await until(() => fields.every((field) => field.getAttribute('state') === 'applied'));
  return fields
    .slice(1)
    .map(({ shadowRoot }) => shadowRoot?.querySelector('[part=summary]')?.textContent.trim());
}

/** Runs in the page: what the form sends, and sends it. */
async function sendForm(): Promise<[string, string][]> {
  const form = document.querySelector('form');
  if (!form) throw new Error('There is no form.');
  const entries = [...new FormData(form)].map(([name, value]): [string, string] => [name, String(value)]);
  // Once this answer is out: the page goes away with the form.
  setTimeout(() => form.requestSubmit(), 50);
  return entries;
}

/** The names of what arrived. */
async function posted(page: EnginePage): Promise<string[]> {
  const read = async () => document.querySelector('#posted')?.textContent ?? '';
  let text = '';
  await expect
    .poll(async () => (text = await page.run(read, null).catch(() => '')), { timeout: 5000 })
    .not.toBe('');
  // Written by the page server.
  return (JSON.parse(text) as string[][]).map(([name = '']) => name);
}
