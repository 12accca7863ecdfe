import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readConfig } from './config.js';
import { openShop } from './open-shop.js';
import { signatureHeader, signWebhook } from './payments/webhook-signature.js';
import { loadWebhookSecret } from './payments/webhook-secret.js';

const origin = 'http://shop.test';
/** Nobody listens there: the discount service is away. */
const away = 'http://127.0.0.1:1';

let folder: string;
let shop: ReturnType<typeof openShop>;
let cookies: Map<string, string>;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'shop-'));
  cookies = new Map();
  open();
});
afterEach(async () => {
  await shop.close();
  rmSync(folder, { recursive: true });
});

function open(): void {
  const env = {
    HEMAT_ENDPOINT: away,
    HEMAT_SECRET_KEY: 'sk_test_1',
    HEMAT_PUBLISHABLE_KEY: 'pk_test_1',
    HEMAT_WORKSPACE: 'toko-kopi',
    DEMO_DATA: folder,
  };
  shop = openShop(readConfig(env), join(import.meta.dirname, '../public'));
}

/** A browser's request with this visitor's cookies; a form where there are fields. */
async function visit(
  path: string,
  fields?: Record<string, string>,
  headers: Record<string, string> = { origin },
) {
  const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const form = fields && { method: 'POST', body: new URLSearchParams(fields) };
  const response = await shop.app.request(`${origin}${path}`, { ...form, headers: { ...headers, cookie } });
  for (const set of response.headers.getSetCookie()) {
    const [name = '', value = ''] = set.split(';')[0]?.split('=') ?? [];
    cookies.set(name, value);
  }
  return {
    response,
    status: response.status,
    text: await response.text(),
    to: response.headers.get('location'),
  };
}

const pembeli = {
  name: 'Pembeli <b>',
  email: 'pembeli@example.com',
  address: 'Jl. Melati 5\nBandung',
  region: 'ID-JB',
};

/** Fills the cart and sends the order form as the cart page shows it, with these fields changed. */
async function order(changes: Record<string, string> = {}) {
  await visit('/cart', { more: 'kopi-gayo' });
  return visit('/orders', { ...pembeli, seenTotal: '110000', ...changes });
}

/** Where the answer to an order form leads. */
const pathOf = ({ to }: { to: string | null }) => to?.split('?')[0] ?? '';
const orderIdOf = (answer: { to: string | null }) => pathOf(answer).split('/').at(-1) ?? '';

describe('the shop without the discount service', () => {
  it('sells: the order, its figures and its payment survive a restart', async () => {
    const placed = await order();
    expect(placed.status).toBe(303);
    await visit(`${pathOf(placed)}/mark-paid`, {});
    await shop.close();
    open();
    const { status, text } = await visit(placed.to ?? '');
    expect(status).toBe(200);
    expect(text).toContain('status-paid');
    expect(text).toContain('Rp\u00a0110.000');
    expect(text).toContain('Pembeli &lt;b&gt;');
  });

  it('does not sell with a code it cannot check, and keeps every word that was typed', async () => {
    const { status, text } = await order({ discountCode: 'HEMAT10' });
    expect(status).toBe(503);
    for (const kept of [
      'Pembeli &lt;b&gt;',
      'pembeli@example.com',
      'Jl. Melati 5\nBandung',
      'value="HEMAT10"',
    ]) {
      expect(text).toContain(kept);
    }
    expect(text).toMatch(/value="ID-JB"[^>]*selected/);
    expect(text).toContain('name="withoutCode"');
  }, 20_000);

  it('sells the same form without the code', async () => {
    const { status, to } = await order({ discountCode: 'HEMAT10', withoutCode: '1' });
    expect(status).toBe(303);
    expect((await visit(to ?? '')).text).toContain('Rp\u00a0110.000');
  });

  it('shows every page', async () => {
    for (const path of ['/', '/cart', '/orders', '/codes', '/sign-in']) {
      expect((await visit(path)).status, path).toBe(200);
    }
    expect((await visit('/nowhere')).status).toBe(404);
    expect((await visit('/orders/TK-NOWHERE')).status).toBe(404);
  }, 20_000);
});

describe('the order form', () => {
  it('sent twice makes one order', async () => {
    const page = await visit('/cart', { more: 'kopi-gayo' }).then(() => visit('/cart'));
    const orderId = /name="orderId" value="([^"]+)"/.exec(page.text)?.[1] ?? '';
    const first = await visit('/orders', {
      ...pembeli,
      orderId,
      seenTotal: '110000',
      'quantity.kopi-gayo': '1',
    });
    const second = await visit('/orders', {
      ...pembeli,
      orderId,
      seenTotal: '110000',
      'quantity.kopi-gayo': '1',
    });
    expect(first.to).toBe(`/orders/${orderId}?placed=1`);
    expect(second.to).toBe(first.to);
    expect((await visit('/orders')).text.match(/href="\/orders\/TK-/g)).toHaveLength(1);
  });

  it('names what is missing and keeps the rest', async () => {
    const { status, text } = await order({ name: ' ', email: 'pembeli' });
    expect(status).toBe(422);
    expect(text).toContain('href="#name"');
    expect(text).toContain('href="#email"');
    expect(text).not.toContain('href="#address"');
    expect(text).toContain('value="pembeli"');
  });

  it('is shown again when what it costs is not what the page showed', async () => {
    const { status, text } = await order({ region: 'ID-PA' });
    expect(status).toBe(409);
    expect(text).toContain('Rp\u00a0155.000');
  });

  it('from another site is not taken', async () => {
    await visit('/cart', { more: 'kopi-gayo' });
    const { status } = await visit(
      '/orders',
      { ...pembeli, seenTotal: '110000' },
      { origin: 'https://evil.test' },
    );
    expect(status).toBe(403);
    expect((await visit('/orders')).text).not.toContain('/orders/TK-');
  });
});

describe('what is no form', () => {
  const post = (body: BodyInit, type: string) =>
    shop.app.request(`${origin}/orders`, { method: 'POST', body, headers: { origin, 'content-type': type } });

  it.each([
    ['{"name":"Pembeli"}', 'application/json'],
    ['broken', 'multipart/form-data'],
    ['--x', 'multipart/form-data; boundary=y'],
    ['<a/>', 'text/xml'],
  ])('is refused with a page: %s as %s', async (body, type) => {
    const answer = await post(body, type);
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain('<html lang="id">');
  });

  it('or is too long is refused with a page', async () => {
    const answer = await post(`name=${'x'.repeat(70_000)}`, 'application/x-www-form-urlencoded');
    expect(answer.status).toBe(413);
    expect(await answer.text()).toContain('<html lang="id">');
  });
});

describe('a page', () => {
  it('allows scripts of the shop and the service only, and no inline style', async () => {
    const { response, text } = await visit('/cart');
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain(`script-src 'self' ${away};`);
    expect(policy).toContain("style-src 'self';");
    expect(text).not.toMatch(/ style=| onclick=|<style/);
  });

  it('is Indonesian until the visitor asks for English', async () => {
    expect((await visit('/')).text).toContain('<html lang="id">');
    expect((await visit('/language', { language: 'en', back: '/cart' })).to).toBe('/cart');
    expect((await visit('/')).text).toContain('<html lang="en">');
  });

  it('leads nowhere else', async () => {
    for (const back of ['https://evil.test', '//evil.test', '/\\evil.test', 'evil']) {
      expect((await visit('/language', { language: 'en', back })).to, back).toBe('/');
      expect((await visit('/cart', { back })).to, back).toBe('/cart');
    }
  });
});

describe('the payment webhook', () => {
  const deliver = (body: string, signature: string) =>
    shop.app.request(`${origin}/webhooks/payment`, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json', [signatureHeader]: signature },
    });
  const event = (orderId: string, change: object = {}) =>
    JSON.stringify({
      type: 'payment.settled',
      paymentId: 'p1',
      orderId,
      amount: 110_000,
      currency: 'IDR',
      ...change,
    });

  it('pays the order when the gateway signed it, and only then', async () => {
    const orderId = orderIdOf(await order());
    const secret = loadWebhookSecret(folder);
    const body = event(orderId);
    expect((await deliver(body, signWebhook('guessed', body, Date.now()))).status).toBe(401);
    expect((await deliver(body, '')).status).toBe(401);
    expect((await visit(`/orders/${orderId}`)).text).toContain('status-awaiting_payment');
    const answer = await deliver(body, signWebhook(secret, body, Date.now()));
    expect(await answer.json()).toEqual({ received: true, effect: 'confirmed' });
    expect((await visit(`/orders/${orderId}`)).text).toContain('status-paid');
  });

  it('says what it does not take', async () => {
    const orderId = orderIdOf(await order());
    const secret = loadWebhookSecret(folder);
    const statusOf = async (body: string) =>
      (await deliver(body, signWebhook(secret, body, Date.now()))).status;
    expect(await statusOf('{"type":')).toBe(400);
    expect(await statusOf(event(orderId, { type: 'payment.failed' }))).toBe(400);
    expect(await statusOf(event('TK-NOWHERE'))).toBe(404);
    expect(await statusOf(event(orderId, { amount: 1 }))).toBe(422);
  });

  it('and the button confirm the same payment: all are kept, none but the first changes anything', async () => {
    const path = pathOf(await order());
    await visit(`${path}/simulate-webhook`, {});
    await visit(`${path}/mark-paid`, {});
    await visit(`${path}/simulate-webhook`, {});
    const { text } = await visit(path);
    expect(text.match(/data-payment="confirmed"/g)).toHaveLength(1);
    expect(text.match(/data-payment="repeated"/g)).toHaveLength(2);
  });
});

describe('the configuration', () => {
  it('lists every fault at once and repeats no value', () => {
    const read = () =>
      readConfig({ HEMAT_ENDPOINT: 'ftp://x', HEMAT_SECRET_KEY: 'pk_secret', DEMO_PORT: '99999' });
    expect(read).toThrow(
      /HEMAT_ENDPOINT[^]*HEMAT_SECRET_KEY[^]*HEMAT_PUBLISHABLE_KEY[^]*HEMAT_WORKSPACE[^]*DEMO_PORT/,
    );
    expect(read).not.toThrow(/pk_secret|99999/);
  });
});
