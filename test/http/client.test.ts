import type { HematError } from '@hemat/shared/client';
import {
  createClient,
  QuoteChangedError,
  RefusedError,
  signCustomerToken,
  type HematClient,
} from '@hemat/shared/client';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshDatabase } from '../support/fresh-database.js';
import { initHemat, serveHemat, type HematHome } from '../support/hemat-service.js';
import type { RunningProcess } from '../support/start-process.js';
import { tempFolder } from '../support/temp-folder.js';

let home: HematHome;
let service: RunningProcess;
let client: HematClient;

beforeAll(async () => {
  home = await initHemat(tempFolder('client'), undefined, await freshDatabase('client'));
  service = await serveHemat(home, { env: { HEMAT_RATE_LIMITS: 'off' } });
  client = createClient({ endpoint: service.url, secretKey: home.secretKey });
});
afterAll(() => service.stop());

const cart = (quantity = 2) => ({
  currency: 'IDR',
  lineItems: [{ lineId: '1', productId: 'gayo', tags: ['coffee'], quantity, unitAmount: 50_000 }],
  shippingAmount: 12_000,
});
const failureOf = (call: Promise<unknown>): Promise<unknown> =>
  call.then(
    () => undefined,
    (error: unknown) => error,
  );

describe('codes', () => {
  it('are created, read, changed and archived', async () => {
    const created = await client.discountCodes.create({ code: 'Hemat10', type: 'percent', value: 10 });
    expect(created).toMatchObject({ code: 'Hemat10', status: 'active', usesTotal: 0 });
    expect(await client.discountCodes.get(created.id)).toEqual(created);
    const changed = await client.discountCodes.update(created.id, { value: 12.5, title: 'Hemat' });
    expect(changed).toMatchObject({ value: 12.5, title: 'Hemat', version: created.version + 1 });
    expect(await client.discountCodes.archive(created.id)).toMatchObject({
      status: 'archived',
      active: false,
    });
  });

  it('that are there already, or nowhere, fail with their code, status and request id', async () => {
    await client.discountCodes.create({ code: 'TWICE', type: 'percent', value: 5 });
    const twice = await failureOf(
      client.discountCodes.create({ code: ' twice ', type: 'percent', value: 5 }),
    );
    expect(twice).toMatchObject({ name: 'HematError', code: 'CODE_EXISTS', status: 409 });
    expect(twice).toHaveProperty('requestId', expect.stringMatching(/^req_/));
    const nowhere = await failureOf(client.discountCodes.get('disc_01J00000000000000000000000'));
    expect(nowhere).toMatchObject({ code: 'NOT_FOUND', status: 404 });
  });

  it('with faults name the fields', async () => {
    const faulty = await failureOf(
      client.discountCodes.create({ code: 'FAULTY', type: 'fixed', value: 1.5 }),
    );
    expect(faulty).toMatchObject({ code: 'VALIDATION_ERROR', status: 400 });
    expect((faulty as HematError).details).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ path: 'value' }),
        expect.objectContaining({ path: 'currency' }),
      ]),
    );
  });

  it('are walked page by page, each once, while others are added', async () => {
    for (let index = 0; index < 7; index += 1) {
      await client.discountCodes.create({ code: `WALK${index}`, type: 'percent', value: 5 });
    }
    const walked: (string | null)[] = [];
    for await (const { code } of client.discountCodes.listAll({ q: 'walk', limit: 3 })) {
      walked.push(code);
      if (walked.length === 2)
        await client.discountCodes.create({ code: 'WALK9', type: 'percent', value: 5 });
    }
    expect(walked).toEqual(['WALK6', 'WALK5', 'WALK4', 'WALK3', 'WALK2', 'WALK1', 'WALK0']);
    expect((await client.discountCodes.list({ active: true, q: 'walk', limit: 1 })).items).toHaveLength(1);
  });
});

describe('an order', () => {
  it('is previewed, locked, counted once, refunded by units and reversed', async () => {
    await client.discountCodes.create({ code: 'LIFE10', type: 'percent', value: 10 });
    const preview = await client.discountCodes.validate({ code: 'life10', ...cart() });
    if (!preview.applies) throw new Error(preview.reason);
    const order = { orderId: 'life-1', customerId: 'cus_1' };
    const lock = await client.discountCodes.lock({
      ...order,
      code: 'life10',
      quote: preview.quote,
      ...cart(),
    });
    expect(lock).toMatchObject({ created: true, discountAmount: 10_000, total: 102_000 });

    expect(await client.discountCodes.redeem(order)).toMatchObject({ created: true });
    expect(await client.discountCodes.redeem(order)).toMatchObject({ created: false });
    const { id } = lock.redemption;
    expect(await client.redemptions.get(id)).toMatchObject({ status: 'redeemed', orderId: 'life-1' });
    expect((await client.redemptions.list({ orderId: 'life-1' })).items.map((row) => row.id)).toEqual([id]);
    expect((await client.discountCodes.redemptions(lock.redemption.discountCodeId)).items).toHaveLength(1);

    const refund = await client.redemptions.refundPreview(id, { lines: [{ lineId: '1', quantity: 1 }] });
    expect(refund).toMatchObject({ amount: 45_000, lines: [{ gross: 50_000, discount: 5000 }] });
    expect(await client.redemptions.reverse(id)).toMatchObject({ reversed: true });
    expect(await client.redemptions.reverse(id)).toMatchObject({ reversed: false });
  });

  it('that is cancelled releases its lock once', async () => {
    await client.discountCodes.create({ code: 'AWAY10', type: 'percent', value: 10 });
    await client.discountCodes.lock({ orderId: 'away-1', code: 'AWAY10', ...cart() });
    expect(await client.discountCodes.release({ orderId: 'away-1' })).toMatchObject({ released: true });
    expect(await client.discountCodes.release({ orderId: 'away-1' })).toMatchObject({ released: false });
  });

  it('whose code does not apply is refused with the reason, what is missing and a sentence in the shopper’s language', async () => {
    const rule = { type: 'percent', value: 10, currency: 'IDR', minPurchaseAmount: 150_000 } as const;
    await client.discountCodes.create({ code: 'MIN150', ...rule });
    const lock = client.discountCodes.lock(
      { orderId: 'min-1', code: 'min150', ...cart() },
      { language: 'id' },
    );
    const error = await failureOf(lock);
    expect(error).toBeInstanceOf(RefusedError);
    expect(error).toMatchObject({
      reason: 'MIN_PURCHASE_NOT_MET',
      status: 422,
      missing: [{ kind: 'minPurchase', shortBy: 50_000 }],
      refusedCode: 'MIN150',
      message: expect.stringContaining('Rp\u00a050.000'),
    });
  });

  it('whose code was edited after the preview is told both amounts', async () => {
    const { id } = await client.discountCodes.create({ code: 'EDIT20', type: 'percent', value: 20 });
    const preview = await client.discountCodes.validate({ code: 'EDIT20', ...cart() });
    if (!preview.applies) throw new Error(preview.reason);
    await client.discountCodes.update(id, { value: 5 });
    const question = { orderId: 'edit-1', code: 'EDIT20', ...cart() };
    const error = await failureOf(client.discountCodes.lock({ ...question, quote: preview.quote }));
    expect(error).toBeInstanceOf(QuoteChangedError);
    expect(error).toMatchObject({
      previous: { discountAmount: 20_000 },
      current: { discountAmount: 5000 },
      change: 'rule',
    });
    expect(await client.discountCodes.lock(question)).toMatchObject({ discountAmount: 5000 });
  });

  it('paid while nobody listened is found and counted by the reconciliation', async () => {
    await client.discountCodes.create({ code: 'LATE10', type: 'percent', value: 10 });
    await client.discountCodes.lock({ orderId: 'late-1', code: 'LATE10', ...cart() });
    const period = { from: '2020-01-01T00:00:00Z', to: '2100-01-01T00:00:00Z' };
    const answer = await client.redemptions.reconcile({ ...period, orderIds: ['late-1', 'no-code-at-all'] });
    expect(answer.repaired.map((row) => row.orderId)).toEqual(['late-1']);
  });
});

describe('a faulty line between client and service', () => {
  let proxy: Server;
  afterAll(() => void proxy.close());

  it('loses answers and counts nothing twice', async () => {
    const { server, lost } = await losingEveryOtherAnswer(service.url);
    proxy = server;
    const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const behind = createClient({ endpoint, secretKey: home.secretKey, retry: { backoffMs: 1 } });
    await behind.discountCodes.create({ code: 'LOSSY', type: 'percent', value: 10, maxUsesTotal: 5 });
    for (let index = 0; index < 5; index += 1) {
      const order = { orderId: `lossy-${index}` };
      await behind.discountCodes.lock({ ...order, code: 'LOSSY', ...cart() });
      expect(await behind.discountCodes.redeem(order)).toMatchObject({ redemption: { status: 'redeemed' } });
    }
    expect(lost()).toBeGreaterThanOrEqual(10);
    expect((await client.redemptions.list({ code: 'LOSSY' })).items).toHaveLength(5);
    expect((await client.discountCodes.list({ q: 'LOSSY' })).items[0]).toMatchObject({ usesTotal: 5 });
  });
});

describe('the workspace', () => {
  it('is read and changed', async () => {
    expect(await client.workspace.get()).toMatchObject({ id: home.workspaceId, slug: home.slug });
    expect(await client.workspace.update({ timeZone: 'Asia/Makassar' })).toMatchObject({
      timeZone: 'Asia/Makassar',
    });
    expect(await client.modules.get()).toMatchObject({ marketing: true });
  });

  it('gives keys that work until they are revoked', async () => {
    const made = await client.apiKeys.create({ name: 'reader', kind: 'bearer', scopes: ['read'] });
    const reader = createClient({ endpoint: service.url, secretKey: made.secret });
    await reader.discountCodes.list();
    const order = { orderId: 'x', code: 'LIFE10', ...cart() };
    expect(await failureOf(reader.discountCodes.lock(order))).toMatchObject({
      code: 'FORBIDDEN',
      status: 403,
    });
    expect(await client.apiKeys.revoke(made.apiKey.id)).toHaveProperty('revokedAt', expect.any(String));
    expect(await failureOf(reader.discountCodes.list())).toMatchObject({
      code: 'INVALID_API_KEY',
      status: 401,
    });
    const ids: string[] = [];
    for await (const key of client.apiKeys.listAll({ limit: 1 })) ids.push(key.id);
    expect(ids).toContain(made.apiKey.id);
  });
});

describe('a customer token', () => {
  it('lets the page ask for the customer it names, and nobody else', async () => {
    const rule = { type: 'percent', value: 10, maxUsesPerCustomer: 1 } as const;
    await client.discountCodes.create({ code: 'ONCE', ...rule });
    await client.discountCodes.redeem({ orderId: 'once-1', code: 'ONCE', customerId: 'cus_used', ...cart() });
    const reasonFor = async (customerToken: string | null) => {
      const body = JSON.stringify({ workspace: home.slug, code: 'ONCE', customerToken, ...cart() });
      const headers = { 'content-type': 'application/json' };
      const url = `${service.url}/v1/storefront/public/validate-discount`;
      const answer = await fetch(url, { method: 'POST', headers, body });
      // The envelope of a validate answer.
      const said = (await answer.json()) as {
        data: { reason?: string } | null;
        error: { code: string } | null;
      };
      return said.data?.reason ?? said.error?.code;
    };
    expect(await reasonFor(null)).toBe('CUSTOMER_REQUIRED');
    expect(await reasonFor(await signCustomerToken(home.secretKey, 'cus_fresh'))).toBeUndefined();
    expect(await reasonFor(await signCustomerToken(home.secretKey, 'cus_used'))).toBe(
      'CUSTOMER_LIMIT_REACHED',
    );
    const expired = await signCustomerToken(home.secretKey, 'cus_fresh', { expiresInSeconds: -1 });
    expect(await reasonFor(expired)).toBe('CUSTOMER_REQUIRED');
    const forged = await signCustomerToken(`${home.secretKey}x`, 'cus_fresh');
    expect(await reasonFor(forged)).toBe('VALIDATION_ERROR');
  });
});

/** Forwards every request; cuts the connection instead of every other answer, after the service has done its part. */
async function losingEveryOtherAnswer(target: string) {
  let requests = 0;
  let cut = 0;
  const server = createServer((request, response) => {
    void (async () => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      const headers = Object.entries(request.headers).flatMap(([name, value]) =>
        typeof value === 'string' && !['host', 'connection', 'transfer-encoding'].includes(name)
          ? [[name, value] as [string, string]]
          : [],
      );
      const { method = 'GET', url = '/' } = request;
      const answer = await fetch(target + url, { method, headers, body: Buffer.concat(chunks) });
      const body = await answer.text();
      requests += 1;
      if (requests % 2 === 1) {
        cut += 1;
        request.socket.destroy();
        return;
      }
      response.writeHead(answer.status, { 'content-type': 'application/json' }).end(body);
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, lost: () => cut };
}
