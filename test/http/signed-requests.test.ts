import { afterAll, beforeAll, expect, it } from 'vitest';
import { signRequest, type SignPlan } from './support/sign-request.js';
import { openTestService, type Ask, type TestService } from './support/test-service.js';

let service: TestService;
let key: { id: string; keyId: string; secret: string };
beforeAll(async () => {
  service = await openTestService();
  key = await service.makeKey('signed', ['read', 'manage']);
});
afterAll(() => service.close());

const get = { path: '/v1/discount-codes?limit=1' };
const post = (code: string) => ({
  method: 'POST',
  path: '/v1/discount-codes',
  body: JSON.stringify({ code, type: 'percent', value: 5 }),
});
const send = async (plan: SignPlan, change: (ask: Ask) => Ask = (ask) => ask) => {
  const { status, error } = await service.ask(
    plan.method ?? 'GET',
    plan.path,
    change(signRequest(service, key, plan)),
  );
  return error?.code ?? status;
};
const withHeader = (name: string, value: string) => (ask: Ask) => ({
  ...ask,
  headers: { ...ask.headers, [name]: value },
});

it('names its key as AKIA… and keeps the secret sealed', async () => {
  expect(key.keyId).toMatch(/^AKIA[0-9A-Z]{16}$/);
  const row = await service.deps.storage.reader
    .selectFrom('api_keys')
    .selectAll()
    .where('id', '=', key.id)
    .executeTakeFirstOrThrow();
  expect(row.secret_hash).toBeNull();
  expect(JSON.stringify(row)).not.toContain(key.secret);
});

it.each<[string, SignPlan]>([
  ['a read with its query', get],
  ['a read by path and query', { ...get, covers: ['@method', '@path', '@query'] }],
  ['a path without a query', { path: '/v1/workspace', covers: ['@path', '@method'] }],
  ['a clock 299 seconds slow', { ...get, createdAgo: 299 }],
  ['a clock 299 seconds fast', { ...get, createdAgo: -299 }],
])('takes %s', async (_, plan) => {
  expect(await send(plan)).toBe(200);
});

it('takes a body that fits its digest, and acts as the key', async () => {
  expect(await send(post('SIGNED1'))).toBe(201);
  const { data } = await service.ask('GET', '/v1/audit-log?limit=1');
  expect(data.items[0]).toMatchObject({
    action: 'discount_code.created',
    actor: { kind: 'api_key', id: key.id },
  });
});

it.each<[string, SignPlan, (ask: Ask) => Ask]>([
  ['another body', post('SIGNED2'), (ask) => ({ ...ask, body: String(ask.body).replace('5', '6') })],
  [
    'another body with its own digest',
    post('SIGNED3'),
    (ask) => {
      const other = signRequest(service, key, { ...post('SIGNED4') });
      const digest = other.headers?.['content-digest'] ?? '';
      return withHeader('content-digest', digest)({ ...ask, body: other.body });
    },
  ],
  ['a digest that is not covered', { ...post('SIGNED5'), covers: ['@method', '@target-uri'] }, (ask) => ask],
  ['a method that is not covered', { ...get, covers: ['@target-uri'] }, (ask) => ask],
  ['a query that is not covered', { ...get, covers: ['@method', '@path'] }, (ask) => ask],
  ['another algorithm', { ...get, algorithm: 'hmac-sha512' }, (ask) => ask],
  ['no signature', get, withHeader('signature', '')],
  ['a signature of another label', get, withHeader('signature', 'sig2=:AAAA:')],
  [
    'two signatures',
    get,
    (ask) => withHeader('signature-input', `${ask.headers?.['signature-input']}, sig2=()`)(ask),
  ],
  ['no nonce', { ...get, nonce: '' }, (ask) => ask],
  [
    'an unknown key',
    get,
    (ask) =>
      withHeader(
        'signature-input',
        `${ask.headers?.['signature-input']}`.replace(key.keyId, 'AKIA0000000000000000'),
      )(ask),
  ],
  ['a header that is no structured field', get, withHeader('signature-input', 'sig1=(((')],
])('refuses %s', async (_, plan, change) => {
  expect(await send(plan, change)).toBe('BAD_SIGNATURE');
});

it('refuses a signature that was made for another path', async () => {
  const signed = signRequest(service, key, { path: '/v1/workspace' });
  expect((await service.ask('GET', '/v1/modules', signed)).error?.code).toBe('BAD_SIGNATURE');
});

it.each([301, -301])('refuses a clock %i seconds off', async (createdAgo) => {
  expect(await send({ ...get, createdAgo })).toBe('CLOCK_SKEW');
});

it('takes a nonce once, from each key', async () => {
  const once = { ...get, nonce: 'only-once-please' };
  expect(await send(once)).toBe(200);
  expect(await send(once)).toBe('REPLAYED_REQUEST');
  const other = await service.makeKey('signed', ['read']);
  const signed = signRequest(service, other, once);
  expect((await service.ask('GET', get.path, signed)).status).toBe(200);
});

it('takes one of twenty copies that arrive together', async () => {
  const signed = signRequest(service, key, get);
  const answers = await Promise.all(Array.from({ length: 20 }, () => service.ask('GET', get.path, signed)));
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  expect(answers.filter(({ error }) => error?.code === 'REPLAYED_REQUEST')).toHaveLength(19);
});

it('holds a signed key to its scopes and its revocation', async () => {
  const reader = await service.makeKey('signed', ['read']);
  const plan = post('SIGNED9');
  const forbidden = await service.ask('POST', plan.path, signRequest(service, reader, plan));
  expect(forbidden.error?.code).toBe('FORBIDDEN');
  await service.ask('POST', `/v1/api-keys/${reader.id}/revoke`);
  const revoked = await service.ask('GET', get.path, signRequest(service, reader, get));
  expect(revoked.error?.code).toBe('INVALID_API_KEY');
});

it('signs the public address where the service stands behind a proxy', async () => {
  const behind = await openTestService({ publicUrl: 'http://localhost' });
  const signer = await behind.makeKey('signed', ['read']);
  const signed = signRequest(behind, signer, get);
  const inside = await behind.ask('GET', `http://10.0.0.7:8787${get.path}`, signed);
  expect(inside.status).toBe(200);
  await behind.close();
});

it('acts for a partner’s account that it covers, and for no other', async () => {
  const partner = await service.makeKey('signed', ['platform:admin']);
  const accounts = ['acc_one', 'acc_two'];
  for (const accountId of accounts) {
    const body = JSON.stringify({ accountId, slug: accountId.replace('_', '-') });
    const plan = { method: 'POST', path: '/v1/admin/workspaces', body };
    expect((await service.ask('POST', plan.path, signRequest(service, partner, plan))).status).toBe(201);
  }
  const plan = { path: '/v1/workspace', onBehalfOf: 'acc_one' };
  const ask = (given: SignPlan, headers: object = {}) => {
    const signed = signRequest(service, partner, given);
    return service.ask('GET', given.path, { ...signed, headers: { ...signed.headers, ...headers } });
  };
  expect((await ask(plan)).data.id).toBe('acc_one');
  const changed = await ask(plan, { 'hemat-on-behalf-of': 'acc_two' });
  const left = await ask({ ...plan, covers: ['@method', '@target-uri'] });
  const added = await ask({ path: '/v1/workspace' }, { 'hemat-on-behalf-of': 'acc_two' });
  expect([changed, left, added].map(({ error }) => error?.code)).toEqual(
    Array.from({ length: 3 }, () => 'BAD_SIGNATURE'),
  );
});

it('is stamped with its last use, and ends when it is revoked', async () => {
  const mine = await service.makeKey('signed', ['read']);
  const read = () =>
    service.ask('GET', '/v1/workspace', signRequest(service, mine, { path: '/v1/workspace' }));
  expect((await read()).status).toBe(200);
  await service.deps.keyUses.flush();
  const { data } = await service.ask('GET', '/v1/api-keys');
  const listed = data.items.find(({ id }: { id: string }) => id === mine.id);
  expect(listed.lastUsedAt).toBe(new Date(service.now()).toISOString());
  await service.ask('POST', `/v1/api-keys/${mine.id}/revoke`);
  expect((await read()).error?.code).toBe('INVALID_API_KEY');
});
