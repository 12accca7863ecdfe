import { createClient, type HematClient } from '@hemat/shared/client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seedCodes, startShop } from '../support/demo-shop.js';
import { freshDatabase } from '../support/fresh-database.js';
import { initHemat, serveHemat, type HematHome } from '../support/hemat-service.js';
import type { RunningProcess } from '../support/start-process.js';
import { tempFolder } from '../support/temp-folder.js';

let home: HematHome;
let service: RunningProcess;
let shop: RunningProcess;
let client: HematClient;

beforeAll(async () => {
  const folder = tempFolder('shop');
  home = await initHemat(folder, undefined, await freshDatabase('shop'));
  service = await serveHemat(home, { env: { HEMAT_RATE_LIMITS: 'off' } });
  await seedCodes(home, service.url);
  shop = await startShop(home, service.url, folder);
  client = createClient({ endpoint: service.url, secretKey: home.secretKey });
});
afterAll(async () => {
  await shop.stop();
  await service.stop();
});

/** Somebody without script, who fills in the shop's forms. */
class Visitor {
  readonly #cookies = new Map([['language', 'en']]);
  /** The order's page, once it is placed. */
  #order = '';

  constructor(readonly email: string) {}

  async open(path: string, fields?: Readonly<Record<string, string>>) {
    const cookie = [...this.#cookies].map((pair) => pair.join('=')).join('; ');
    const form = fields && { method: 'POST', body: new URLSearchParams(fields) };
    const headers = { cookie, origin: shop.url };
    const answer = await fetch(shop.url + path, { ...form, headers, redirect: 'manual' });
    for (const set of answer.headers.getSetCookie()) {
      const [name = '', value = ''] = set.split(';')[0]?.split('=') ?? [];
      this.#cookies.set(name, value);
    }
    const text = (await answer.text()).replace(/\s+/g, ' ');
    return { status: answer.status, text, to: answer.headers.get('location') ?? '' };
  }

  /** Orders the cart that the page of codes fills for one code, with these codes typed; answers the status. */
  async order(seeded: string, typed = seeded, changes: Readonly<Record<string, string>> = {}) {
    await this.open('/codes/try', { code: seeded });
    await this.open('/cart', changes);
    const seenTotal = valueOf((await this.open('/cart')).text, 'seenTotal');
    const who = { name: 'Pembeli', email: this.email, address: 'Jalan Melati 5' };
    const answer = await this.open('/orders', { ...who, ...changes, seenTotal, discountCode: typed });
    if (answer.status === 303) this.#order = answer.to.split('?')[0] ?? '';
    return answer.status;
  }

  async press(action: string, fields: Readonly<Record<string, string>> = {}): Promise<void> {
    expect((await this.open(`${this.#order}/${action}`, fields)).status).toBe(303);
  }

  /** Works out the refund of these units and makes it; answers the whole rupiah that went back. */
  async refund(units: Readonly<Record<string, string>>): Promise<number> {
    const named = Object.fromEntries(Object.entries(units).map(([id, count]) => [`units.${id}`, count]));
    const shown = await this.open(`${this.#order}/refund?${new URLSearchParams(named).toString()}`);
    const amount = valueOf(shown.text, 'amount');
    await this.press('refund', { ...named, amount, sequence: valueOf(shown.text, 'sequence') });
    return Number(amount);
  }

  /** What the service was told of the order, and how it ended. */
  async told(): Promise<string[]> {
    const { text } = await this.open(this.#order);
    return [...text.matchAll(/data-task="(\w+)" data-state="(\w+)".*?<\/strong>: ([^<]*)<\/span/g)].map(
      ([, kind, state, sentence]) => `${kind} ${state}: ${sentence}`,
    );
  }
}

const valueOf = (text: string, name: string) =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(text)?.[1] ?? '';
const uses = async (code: string) => (await client.discountCodes.list({ q: code })).items[0]?.usesTotal;

describe('a cap of one, two orders placed and both paid', () => {
  const twoOrders = async (code: string) => {
    const [first, second] = [new Visitor(`1-${code}@example.com`), new Visitor(`2-${code}@example.com`)];
    return { first, second, statuses: [await first.order(code), await second.order(code)] };
  };

  it('under honor counts both, and says that the second is above the cap', async () => {
    const { first, second, statuses } = await twoOrders('JANJI1');
    expect(statuses).toEqual([303, 303]);
    expect(await uses('JANJI1')).toBe(0);
    await first.press('mark-paid');
    await second.press('mark-paid');
    expect(await first.told()).toEqual(['redeem redeemed: counted']);
    expect(await second.told()).toEqual([expect.stringContaining('above the cap')]);
    expect(await uses('JANJI1')).toBe(2);
  });

  it('under hold refuses the second until the first is cancelled', async () => {
    const { first, second, statuses } = await twoOrders('TAHAN1');
    expect(statuses).toEqual([303, 422]);
    await first.press('cancel');
    expect(await first.told()).toEqual(['release released: given back']);
    expect(await second.order('TAHAN1')).toBe(303);
    await second.press('mark-paid');
    expect(await second.told()).toEqual(['redeem redeemed: counted']);
  });

  it('under strict counts the first payment and refuses the second', async () => {
    const { first, second, statuses } = await twoOrders('KETAT1');
    expect(statuses).toEqual([303, 303]);
    await first.press('mark-paid');
    await second.press('mark-paid');
    expect(await first.told()).toEqual(['redeem redeemed: counted']);
    expect(await second.told()).toEqual([
      expect.stringContaining('refused by the promo service: MAX_USES_REACHED'),
    ]);
    expect(await uses('KETAT1')).toBe(1);
  });
});

describe('three codes on one order', () => {
  it('are counted together, refunded in parts that add up to what was paid, and given back', async () => {
    const visitor = new Visitor('three@example.com');
    expect(await visitor.order('ASAL10', 'asal10, BARENG5, GRATISONGKIR')).toBe(303);
    await visitor.press('mark-paid');
    const first = await visitor.refund({ 'kopi-gayo': '1' });
    const rest = await visitor.refund({ 'kopi-gayo': '1', 'kertas-saring': '1' });
    // Items 238,000: 10 % off the two coffees leaves 219,000, of which 5 % is 10,950; shipping is free.
    expect(first + rest).toBe(208_050);
    expect((await visitor.told()).slice(1)).toEqual(Array(3).fill('reverse reversed: given back'));
    for (const code of ['ASAL10', 'BARENG5', 'GRATISONGKIR']) expect(await uses(code), code).toBe(0);
  });

  it('are refused together when one may not stand beside the others', async () => {
    const visitor = new Visitor('beside@example.com');
    expect(await visitor.order('ASAL10', 'ASAL10, HEMAT10')).toBe(422);
  });
});

describe('a quote that the service did not sign', () => {
  it('orders nothing and has the page ask anew', async () => {
    const visitor = new Visitor('forged@example.com');
    expect(await visitor.order('HEMAT10', 'HEMAT10', { 'discountCode-quote': 'q_forged.forged' })).toBe(503);
    expect(await visitor.order('HEMAT10')).toBe(303);
  });
});

describe('a refund', () => {
  it('unit by unit gives back what was paid, to the last rupiah', async () => {
    const visitor = new Visitor('unit@example.com');
    expect(await visitor.order('KOPI25', 'KOPI25', { 'quantity.kopi-senja': '3' })).toBe(303);
    await visitor.press('mark-paid');
    const one = () => visitor.refund({ 'kopi-senja': '1' });
    // 25,000 off three bags: 8,334 and twice 8,333. With the last one goes the shipping.
    expect([await one(), await one(), await one()]).toEqual([111_666, 111_667, 111_667 + 12_000]);
  });
});

describe('a customer', () => {
  it('is new until the first order is paid, and returning from then on', async () => {
    const visitor = new Visitor('new@example.com');
    expect(await visitor.order('SETIA10')).toBe(422);
    expect(await visitor.order('BARU15')).toBe(303);
    await visitor.press('mark-paid');
    expect(await visitor.order('BARU15')).toBe(422);
    expect(await visitor.order('SETIA10')).toBe(303);
  });

  it('takes a code that is for once only once, however the address is written', async () => {
    const visitor = new Visitor('once@example.com');
    expect(await visitor.order('SEKALI')).toBe(303);
    await visitor.press('mark-paid');
    expect(await new Visitor('Once@Example.com').order('SEKALI')).toBe(422);
    expect(await new Visitor('other@example.com').order('SEKALI')).toBe(303);
  });
});

describe('the page of codes', () => {
  it('fills a cart on which each refused code is refused, and says how a code stands', async () => {
    const visitor = new Visitor('codes@example.com');
    for (const code of [
      'TIDAKADA',
      'JEDA10',
      'ARSIP10',
      'BESOK10',
      'MERDEKA17',
      'HABIS10',
      'DOLAR5',
      'JABODETABEK',
      'KOPI25',
    ]) {
      expect(await visitor.order(code), code).toBe(422);
    }
    const { text } = await visitor.open('/codes');
    expect(text).toMatch(/HABIS10.*?used up · used 1 of 1/);
    expect(text).toMatch(/ARSIP10.*?archived/);
  });

  it('may be seeded again without changing anything', async () => {
    const before = await client.discountCodes.list({ limit: 100 });
    expect(before.items).toHaveLength(22);
    await seedCodes(home, service.url);
    expect(await client.discountCodes.list({ limit: 100 })).toEqual(before);
  });
});
