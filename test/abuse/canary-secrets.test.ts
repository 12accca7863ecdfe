import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createLog } from '../../server/src/http/create-log.js';
import { signCustomerToken } from '../../server/src/services/customer-token.js';
import { readTable } from '../../server/src/storage/repositories/whole-tables.js';
import { listTables } from '../../server/src/storage/table-keys.js';
import { joinAs, openPage, password, tokenOf, type TestMember } from '../http/support/page.js';
import { signRequest } from '../http/support/sign-request.js';
import { openTestService, type Answer, type TestService } from '../http/support/test-service.js';

// Every secret there is, made and used as it should be and as it should not: it shows in the answer that makes it, and nowhere else.
const metricsToken = 'canary-metrics-token-4711';
const lines: string[] = [];
const answers: Answer[] = [];
/** By name; each is sent wherever a caller may put it. */
const secrets = new Map<string, string>([
  ['metrics token', metricsToken],
  ['password', password],
]);
let service: TestService;
let member: TestMember;

beforeAll(async () => {
  const log = createLog('trace', { write: (line: string) => void lines.push(line) });
  service = await openTestService({ metricsToken }, { log });
  await service.makeCode({ code: 'KOPI10', public: true });
  await make('bearer key', '/v1/api-keys', { name: 'a', kind: 'bearer', scopes: ['read', 'validate'] });
  await make('test key', '/v1/api-keys', { name: 'b', kind: 'bearer', test: true });
  await make('signed key', '/v1/api-keys', { name: 'c', kind: 'signed' });
  const hook = { url: 'https://hooks.example.com/hemat' };
  const { endpoint } = (await make('webhook secret', '/v1/webhooks/endpoints', hook)) as {
    endpoint: { id: string };
  };
  await make('rotated secret', `/v1/webhooks/endpoints/${endpoint.id}/rotate-secret`, {});
  const { link } = (await make('', '/v1/members', { email: 'guest@example.com', role: 'viewer' })) as {
    link: string;
  };
  secrets.set('invitation', tokenOf(link));
  member = await joinAs(service, 'owner');
  secrets.set('session', member.cookie?.split('=')[1] ?? '');
  const person = await service.deps.storage.reader
    .selectFrom('auth_users')
    .select('id')
    .executeTakeFirstOrThrow();
  secrets.set('reset link', await service.deps.sessions.makeResetToken(person.id));
  const keyHash = createHash('sha256').update(service.secretKey).digest();
  const expiresAt = new Date(service.now() + 3_600_000).toISOString();
  secrets.set('customer token', signCustomerToken(keyHash, { customerId: 'pembeli-1', expiresAt }));
  secrets.set('secret key', service.secretKey);
});
afterAll(() => service.close());

/** Makes a secret twice over one Idempotency-Key, as a shop does that lost the first answer. */
async function make(name: string, path: string, body: object): Promise<object> {
  const headers = { 'idempotency-key': `make ${name}` };
  const made = await service.ask('POST', path, { body, headers });
  const again = await service.ask('POST', path, { body, headers });
  expect([again.status < 300, again.text]).toEqual([true, made.text]);
  if (name !== '') secrets.set(name, made.data.secret as string);
  return made.data as object;
}

const ask = async (...asked: Parameters<TestService['ask']>): Promise<Answer> => {
  const answer = await service.ask(...asked);
  answers.push(answer);
  return answer;
};

it('are taken where they belong', async () => {
  const key = secrets.get('bearer key') ?? null;
  expect((await ask('GET', '/v1/discount-codes', { key })).status).toBe(200);
  const listed = await ask('GET', '/v1/api-keys');
  const { keyId } = (listed.data.items as { kind: string; keyId: string }[]).find(
    ({ kind }) => kind === 'signed',
  ) ?? { keyId: '' };
  const signing = { keyId, secret: secrets.get('signed key') ?? '' };
  const signed = signRequest(service, signing, { path: '/v1/discount-codes' });
  expect((await ask('GET', '/v1/discount-codes', signed)).status).toBe(200);
  expect((await member.ask('GET', '/v1/session')).status).toBe(200);
  const preview = {
    workspace: service.slug,
    code: 'KOPI10',
    currency: 'IDR',
    subtotal: 1000,
    customerToken: secrets.get('customer token'),
  };
  const path = '/v1/storefront/public/validate-discount';
  const quoted = await service.ask('POST', path, { key: null, body: preview });
  expect(quoted.data.applies).toBe(true);
  secrets.set('quote', quoted.data.quote as string);
  const order = { orderId: '1', code: 'KOPI10', currency: 'IDR', subtotal: 1000, quote: quoted.data.quote };
  expect((await ask('POST', '/v1/discount-codes/lock', { body: order })).status).toBe(201);
});

it('are refused where they do not, and not sent back', async () => {
  for (const secret of secrets.values()) {
    const inUrl = encodeURIComponent(secret);
    for (const accept of ['application/json', 'application/problem+json']) {
      const headers = { accept };
      const wrong: Parameters<TestService['ask']>[] = [
        ['GET', `/v1/discount-codes?q=x&key=${inUrl}`, { headers }],
        ['GET', `/v1/discount-codes/${inUrl}`, { headers }],
        ['GET', `/${inUrl}`, { headers }],
        ['GET', `/v1/workspace`, { headers: { ...headers, 'hemat-on-behalf-of': secret } }],
        ['GET', `/v1/workspace`, { headers: { ...headers, 'hemat-workspace': secret }, key: null }],
        ['GET', `/v1/workspace`, { headers: { ...headers, cookie: `__Host-hemat=${secret}` }, key: null }],
        ['GET', `/v1/workspace`, { headers, key: `${secret}x` }],
        ['GET', `/v1/workspace`, { headers: { ...headers, origin: 'https://shop.example' }, key: secret }],
        ['GET', `/v1/workspace`, { headers: { ...headers, authorization: `Basic ${secret}` } }],
        ['GET', `/metrics`, { headers: { ...headers, authorization: `Bearer ${secret}x` } }],
        ['POST', '/v1/discount-codes', { headers, body: { code: 'A', type: secret, value: secret } }],
        ['POST', '/v1/discount-codes', { headers, body: `{"code":"${secret}` }],
        ['POST', '/v1/discount-codes/lock', { headers, body: lockWith(secret) }],
        ['POST', '/v1/api-keys', { headers, body: { name: 'x', kind: secret } }],
        ['POST', '/v1/members', { headers, body: { email: secret, role: secret } }],
        ['POST', '/v1/webhooks/endpoints', { headers, body: { url: secret } }],
        [
          'POST',
          '/v1/webhooks/endpoints',
          { headers, body: { url: `https://a:${inUrl}@hooks.example.com/` } },
        ],
      ];
      for (const asked of wrong) expect((await ask(...asked)).status).toBeGreaterThanOrEqual(400);
    }
    const page = openPage({ ask });
    await page.ask('POST', '/v1/session', { body: { email: secret, password: `${secret}?` } });
    await page.ask('POST', '/v1/invitations/look', { body: { token: `${secret}?` } });
  }
});

const lockWith = (quote: string) => ({
  orderId: 'wrong',
  code: 'KOPI10',
  currency: 'IDR',
  subtotal: 1000,
  quote: `${quote}?`,
});

it('stand in no list, no export and no page', async () => {
  const paths = [
    ...['workspace', 'modules', 'api-keys', 'members', 'invitations', 'audit-log', 'redemptions'],
    ...['discount-codes', 'discount-codes/export', 'webhooks/endpoints', 'webhooks/events', 'openapi.json'],
  ];
  for (const path of paths) expect((await ask('GET', `/v1/${path}`)).status).toBe(200);
  const metrics = await ask('GET', '/metrics', { key: metricsToken });
  expect(metrics.status).toBe(200);
  expect(answers.length).toBeGreaterThan(300);
  for (const [name, secret] of secrets) {
    const shown = answers.filter(({ text, headers }) =>
      `${text}${JSON.stringify([...headers])}`.includes(secret),
    );
    expect(
      shown.map(({ text }) => text),
      name,
    ).toEqual([]);
  }
});

it('stand in no line of the log', () => {
  expect(lines.length).toBeGreaterThan(300);
  for (const [name, secret] of secrets) {
    expect(
      lines.filter((line) => line.includes(secret)),
      name,
    ).toEqual([]);
  }
});

it('stand in no row of the database as they are', async () => {
  await service.deps.keyUses.flush();
  let rows = 0;
  for (const table of listTables()) {
    for await (const page of readTable(service.deps.storage.reader, table)) {
      rows += page.length;
      const written = JSON.stringify(page);
      for (const [name, secret] of secrets)
        expect(written.includes(secret), `${name} in ${table}`).toBe(false);
    }
  }
  expect(rows).toBeGreaterThan(30);
});
