import { validateAnswer, discountCode, type Terms } from '@hemat/shared/schemas';
import fc from 'fast-check';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { apiCaller, dataOf, type CallApi } from '../support/api-caller.js';
import { initHemat, serveHemat } from '../support/hemat-service.js';
import { runTogether } from '../support/run-together.js';
import type { RunningProcess } from '../support/start-process.js';
import { tempFolder } from '../support/temp-folder.js';
import { bundleForBrowser } from './parity/bundle-for-browser.js';
import { ofLock, ofQuote, ofValidate } from './parity/comparable.js';
import { randomCart } from './parity/random-cart.js';
import { randomCode } from './parity/random-code.js';
import { products, tags } from './parity/shelf.js';
import { launchBrowser } from './support/browser.js';

const seed = Number(process.env.PARITY_SEED ?? 20_261_121);
const codeCount = 150;
const pairsEach = 5000;
const clients = 16;

let service: RunningProcess;
let browser: Browser;
let page: Page;
let call: CallApi;

beforeAll(async () => {
  const home = await initHemat(tempFolder('parity'));
  service = await serveHemat(home);
  call = apiCaller(service.url, home.secretKey);
  const rules = fc.sample(randomCode, { numRuns: codeCount, seed });
  await runTogether(rules, clients, async (rule, index) => {
    dataOf(await call('POST', '/discount-codes', { ...rule, code: `PAIR${index}` }));
  });
  browser = await launchBrowser();
  page = await browser.newPage();
  await page.addScriptTag({ content: await bundleForBrowser() });
});
afterAll(async () => {
  await browser?.close();
  await service?.stop();
});

it.each([null, 100])(
  'gives one quote in the browser, from validate and from lock (rounding increment %s)',
  async (roundingIncrement) => {
    dataOf(await call('PATCH', '/workspace', { roundingIncrement }));
    const terms = await termsOfAllCodes();
    const picked = fc.uniqueArray(fc.nat(codeCount - 1), { minLength: 1, maxLength: 3 });
    const pairs = fc.sample(fc.tuple(randomCart, picked), {
      numRuns: pairsEach,
      seed: seed + (roundingIncrement ?? 0),
    });

    const inBrowser = (
      await page.evaluate(
        (questions) => globalThis.quoteInBrowser(questions),
        pairs.map(([cart, places]) => ({
          cart,
          terms: places.flatMap((place) => terms[place] ?? []),
          now: Date.now(),
        })),
      )
    ).map(ofQuote);
    const overHttp = await runTogether(pairs, clients, async ([cart, places], index) => {
      const question = { ...cart, codes: places.map((place) => `pair${place}`) };
      const validated = await call('POST', '/discount-codes/validate', question);
      const orderId = `parity-${roundingIncrement}-${index}`;
      const quote = quoteOf(validated);
      const locked = await call('POST', '/discount-codes/lock', {
        ...question,
        orderId,
        ...(quote && { quote }),
      });
      return { validated: ofValidate(validated), locked: ofLock(locked) };
    });

    for (const [index, expected] of inBrowser.entries()) {
      const answers = { pair: pairs[index], ...overHttp[index] };
      expect(answers).toEqual({ pair: pairs[index], validated: expected, locked: expected });
    }
    expectVariety(inBrowser);
  },
  300_000,
);

/** Of each code, from a cart that nothing but time can refuse. */
async function termsOfAllCodes(): Promise<Terms[]> {
  return runTogether(Array.from({ length: codeCount }), clients, async (_, place) => {
    const code = `PAIR${place}`;
    const found = dataOf(await call('GET', `/discount-codes?q=${code}&limit=100`));
    const rule = discountCode
      .array()
      .parse(isList(found) && found.items)
      .find((item) => item.code === code);
    const lineItems = products.map((productId) => ({ productId, tags, quantity: 1, unitAmount: 1_000_000 }));
    const cart = { currency: rule?.currency ?? 'IDR', region: rule?.regions?.[0], lineItems };
    const answer = validateAnswer.parse(
      dataOf(await call('POST', '/discount-codes/validate', { code, ...cart })),
    );
    const given = answer.applies ? answer.codes[0]?.terms : answer.terms;
    if (given === undefined) throw new Error(`No terms came for ${code}: ${JSON.stringify(answer)}`);
    return given;
  });
}

function isList(data: unknown): data is { items: unknown } {
  return typeof data === 'object' && data !== null && 'items' in data;
}

function quoteOf(answer: { data: unknown }): string | undefined {
  const { data } = validateAnswer.safeParse(answer.data);
  return data?.applies === true ? data.quote : undefined;
}

/** The random pairs must reach every refusal a browser can give, and enough that apply. */
function expectVariety(answers: readonly ReturnType<typeof ofQuote>[]): void {
  const refusals = new Set(answers.flatMap((answer) => ('refusal' in answer ? answer.refusal : [])));
  expect([...refusals].sort()).toEqual([
    'CURRENCY_MISMATCH',
    'MIN_PURCHASE_NOT_MET',
    'NOT_COMBINABLE',
    'NOT_YET_VALID',
    'REGION_MISMATCH',
    'SCOPE_MISMATCH',
  ]);
  const applied = answers.filter((answer) => 'figures' in answer);
  expect(applied.length).toBeGreaterThan(answers.length / 10);
  expect(applied.filter(({ codes }) => codes.length > 1).length).toBeGreaterThan(50);
}
