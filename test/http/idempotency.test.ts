import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestService, type Answer, type TestService } from './support/test-service.js';

let service: TestService;
beforeAll(async () => {
  service = await openTestService();
});
afterAll(() => service.close());

let count = 0;
const newKey = () => `key-${(count += 1)}`;
const newCode = () => ({ code: `IDEM${(count += 1)}`, type: 'percent', value: 5 });
const create = (idempotencyKey: string, body: object, key = service.secretKey) =>
  service.ask('POST', '/v1/discount-codes', { key, body, headers: { 'idempotency-key': idempotencyKey } });
const isReplay = ({ headers }: Answer) => headers.get('idempotency-replayed');

it('answers a repeated POST with the same bytes, and does it once', async () => {
  const [key, body] = [newKey(), newCode()];
  const first = await create(key, body);
  service.pass(60_000);
  const second = await create(key, body);
  expect([first.status, isReplay(first)]).toEqual([201, null]);
  expect([second.status, isReplay(second), second.text]).toEqual([201, 'true', first.text]);
  expect(second.headers.get('content-type')).toBe('application/json');
  const listed = await service.ask('GET', `/v1/discount-codes?q=${body.code}`);
  expect(listed.data.items).toHaveLength(1);
});

it('repeats a refusal too, as it was written', async () => {
  const key = newKey();
  const body = { code: (await service.makeCode()).code, type: 'percent', value: 5 };
  const problem = { accept: 'application/problem+json', 'idempotency-key': key };
  const first = await service.ask('POST', '/v1/discount-codes', { body, headers: problem });
  const second = await service.ask('POST', '/v1/discount-codes', { body, headers: problem });
  expect([first.status, second.status, second.text]).toEqual([409, 409, first.text]);
  expect(second.headers.get('content-type')).toBe('application/problem+json');
});

it('refuses another request under the same key', async () => {
  const key = newKey();
  await create(key, newCode());
  const other = await create(key, newCode());
  expect([other.status, other.error?.code]).toEqual([422, 'IDEMPOTENCY_KEY_REUSED']);
});

it('refuses the same key while the first call runs, then replays', async () => {
  const [key, body] = [newKey(), newCode()];
  const answers = await Promise.all(Array.from({ length: 10 }, () => create(key, body)));
  const codes = answers.map(({ status, error }) => error?.code ?? status).sort();
  expect(codes).toEqual([201, ...Array.from({ length: 9 }, () => 'IDEMPOTENCY_KEY_IN_USE')]);
  expect(isReplay(await create(key, body))).toBe('true');
});

it('forgets after 24 hours', async () => {
  const [key, body] = [newKey(), newCode()];
  await create(key, body);
  service.pass(24 * 3_600_000 - 1);
  expect(isReplay(await create(key, body))).toBe('true');
  service.pass(1);
  const late = await create(key, body);
  expect([late.status, isReplay(late), late.error?.code]).toEqual([409, null, 'CODE_EXISTS']);
});

it('keeps the keys of callers and of calls apart', async () => {
  const [key, body] = [newKey(), newCode()];
  await create(key, body);
  const other = await service.makeKey('bearer', ['manage']);
  expect((await create(key, body, other.secret)).error?.code).toBe('CODE_EXISTS');
  const cart = { code: body.code, currency: 'IDR', subtotal: 100_000 };
  const elsewhere = await service.ask('POST', '/v1/discount-codes/validate', {
    body: cart,
    headers: { 'idempotency-key': key },
  });
  expect([elsewhere.status, isReplay(elsewhere)]).toEqual([200, null]);
});

it('does not keep a request that its schema refused: it never began', async () => {
  const key = newKey();
  expect((await create(key, { code: 'X' })).status).toBe(400);
  expect((await create(key, newCode())).status).toBe(201);
});

it('keeps neither an answer that failed', async () => {
  const [key, body] = [newKey(), newCode()];
  const { storage } = service.deps;
  const { write } = storage;
  storage.write = () => Promise.reject(new Error('a broken disk'));
  expect((await create(key, body)).status).toBe(500);
  storage.write = write;
  expect((await create(key, body)).status).toBe(201);
});

it.each(['', ' ', 'ü', 'x'.repeat(256)])('refuses the key %j', async (key) => {
  const { status, error } = await create(key, newCode());
  expect([status, error?.field]).toEqual([400, 'Idempotency-Key']);
});

describe('every POST', () => {
  const cart = { currency: 'IDR', subtotal: 100_000 };
  const order = (orderId: string) => ({ ...cart, orderId });
  const calls: readonly [string, (code: string) => Promise<[string, object]>][] = [
    ['validate', async (code) => ['/v1/discount-codes/validate', { code, ...cart }]],
    ['lock', async (code) => ['/v1/discount-codes/lock', { code, ...order(newKey()) }]],
    ['redeem', async (code) => ['/v1/discount-codes/redeem', { code, ...order(newKey()) }]],
    ['release', async (code) => ['/v1/discount-codes/release', { orderId: await lockedOrder(code) }]],
    ['reverse', async (code) => [`/v1/redemptions/${await redeemed(code)}/reverse`, { restoreUse: false }]],
    [
      'reconcile',
      async (code) => {
        const period = { from: '2026-11-20T00:00:00Z', to: '2026-12-31T00:00:00Z' };
        const orderIds = [await lockedOrder(code), await lockedOrder(code), await lockedOrder(code)];
        return ['/v1/redemptions/reconcile', { ...period, orderIds }];
      },
    ],
    ['api-keys', async () => ['/v1/api-keys', { name: 'x', kind: 'bearer' }]],
    [
      'public validate',
      async (code) => ['/v1/storefront/public/validate-discount', { workspace: service.slug, code, ...cart }],
    ],
  ];
  const lockedOrder = async (code: string) => {
    const orderId = newKey();
    await service.ask('POST', '/v1/discount-codes/lock', { body: { code, ...order(orderId) } });
    return orderId;
  };
  const redeemed = async (code: string): Promise<string> => {
    const body = { code, ...order(newKey()) };
    return (await service.ask('POST', '/v1/discount-codes/redeem', { body })).data.redemption.id;
  };

  it.each(calls)('%s repeats its answer', async (name, prepare) => {
    const { code } = await service.makeCode();
    const [path, body] = await prepare(code);
    const isPublic = name === 'public validate';
    const send = () =>
      service.ask('POST', path, {
        body,
        headers: { 'idempotency-key': `every-${name}` },
        ...(isPublic && { key: null }),
      });
    const first = await send();
    const second = await send();
    expect(first.error).toBeNull();
    expect([second.status, second.text, isReplay(second)]).toEqual([first.status, first.text, 'true']);
  });

  it('counts three reconciled orders, and says so again', async () => {
    const { code, id } = await service.makeCode();
    const orderIds = [await lockedOrder(code), await lockedOrder(code), await lockedOrder(code)];
    const body = { from: '2026-11-20T00:00:00Z', to: '2026-12-31T00:00:00Z', orderIds };
    const headers = { 'idempotency-key': newKey() };
    const first = await service.ask('POST', '/v1/redemptions/reconcile', { body, headers });
    const second = await service.ask('POST', '/v1/redemptions/reconcile', { body, headers });
    expect(first.data.repaired).toHaveLength(3);
    expect(second.text).toBe(first.text);
    expect((await service.ask('GET', `/v1/discount-codes/${id}`)).data.usesTotal).toBe(3);
  });
});

it('keeps a new key’s secret sealed', async () => {
  const headers = { 'idempotency-key': newKey() };
  const body = { name: 'sealed', kind: 'bearer' };
  const { data } = await service.ask('POST', '/v1/api-keys', { headers, body });
  const rows = await service.deps.storage.reader.selectFrom('idempotency_keys').selectAll().execute();
  expect(JSON.stringify(rows)).not.toContain(data.secret);
  expect((await service.ask('POST', '/v1/api-keys', { headers, body })).data.secret).toBe(data.secret);
});

it('stores the answer in the same write as the effect', async () => {
  const [key, body] = [newKey(), newCode()];
  const { storage } = service.deps;
  const { write } = storage;
  let writes = 0;
  storage.write = (job) => {
    writes += 1;
    return write(job);
  };
  await create(key, body);
  storage.write = write;
  expect(writes).toBe(1);
});
