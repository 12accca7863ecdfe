import { afterAll, beforeAll, expect, it } from 'vitest';
import { expireHolds } from '../../server/src/services/expire-holds.js';
import { auditCounters } from '../../server/src/services/audit-counters.js';
import { signRequest } from '../http/support/sign-request.js';
import { runTogether } from '../support/run-together.js';
import { openReplicas, type Replica, type Replicas } from './support/replicas.js';

let replicas: Replicas;
let first: Replica;
let others: readonly Replica[];
beforeAll(async () => {
  replicas = await openReplicas(3);
  const [one, ...rest] = replicas.all;
  if (one === undefined) throw new Error('three replicas');
  [first, others] = [one, rest];
});
afterAll(() => replicas.close());

const promos = (replica: Replica, key: string) => replica.ask('GET', '/v1/discount-codes', { key });

it('knows a new key at every replica at once', async () => {
  const { secret } = await replicas.service.makeKey('bearer', ['read']);
  for (const replica of replicas.all) expect((await promos(replica, secret)).status).toBe(200);
});

it('ends a key at the replica that revokes it at once, at every other within two seconds', async () => {
  const { id, secret } = await replicas.service.makeKey('bearer', ['read']);
  for (const replica of replicas.all) await promos(replica, secret);
  expect((await first.ask('POST', `/v1/api-keys/${id}/revoke`, { body: {} })).status).toBe(200);
  expect((await promos(first, secret)).status).toBe(401);
  replicas.service.pass(2_000);
  for (const replica of others) expect((await promos(replica, secret)).status).toBe(401);
});

it('turns a module on again although a replica has not heard yet that it is off', async () => {
  const turn = (replica: Replica, marketing: boolean) =>
    replica.ask('PATCH', '/v1/modules', { body: { marketing } });
  const [second] = others;
  if (second === undefined) throw new Error('three replicas');
  await second.ask('GET', '/v1/workspace');
  expect((await turn(first, false)).data.marketing).toBe(false);
  expect((await turn(second, true)).data.marketing).toBe(true);
  replicas.service.pass(2_000);
  for (const replica of replicas.all)
    expect((await promos(replica, replicas.service.secretKey)).status).toBe(200);
});

it('keeps each of twenty changes of a code that reach all replicas at once', async () => {
  const { id } = await replicas.service.makeCode({ code: 'CHANGED' });
  const names = Array.from({ length: 20 }, (_, n) => `name ${n}`);
  const changed = await Promise.all(
    names.map((name, n) => replicas.all[n % 3]?.ask('PATCH', `/v1/discount-codes/${id}`, { body: { name } })),
  );
  expect(new Set(changed.map((answer) => answer?.data.version)).size).toBe(20);
  expect((await first.ask('GET', `/v1/discount-codes/${id}`)).data.version).toBe(21);
});

it('takes a signed request once, whichever replicas it reaches, and however many at once', async () => {
  const key = await replicas.service.makeKey('signed', ['read']);
  for (let round = 0; round < 5; round += 1) {
    const request = signRequest(replicas.service, key, { path: '/v1/discount-codes' });
    const answers = await Promise.all(
      replicas.all.flatMap(({ ask }) => [1, 2, 3].map(() => ask('GET', '/v1/discount-codes', request))),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    const codes = answers.filter(({ status }) => status !== 200).map(({ error }) => error?.code);
    expect(new Set(codes)).toEqual(new Set(['REPLAYED_REQUEST']));
  }
});

it('frees each hold that ran out once, with every replica at it', async () => {
  const { id } = await replicas.service.makeCode({ code: 'HELD', limitPolicy: 'hold', holdMinutes: 1 });
  const orders = Array.from({ length: 60 }, (_, n) => ({
    orderId: `held-${n}`,
    code: 'HELD',
    currency: 'IDR',
    subtotal: 100_000,
  }));
  await runTogether(orders, 10, (body) => first.ask('POST', '/v1/discount-codes/lock', { body }));
  replicas.service.pass(61_000);
  const freed = await Promise.all(
    [0, 1, 2, 3].flatMap(() => replicas.all.map(({ deps }) => expireHolds(deps))),
  );
  for (const { deps } of replicas.all) freed.push(await expireHolds(deps));
  expect(freed.reduce((sum, count) => sum + count, 0)).toBe(60);
  expect((await first.ask('GET', `/v1/discount-codes/${id}`)).data).toMatchObject({
    holdsTotal: 0,
    usesTotal: 0,
  });
  const events = await first.deps.storage.reader
    .selectFrom('events')
    .select('data')
    .where('type', '=', 'discount_code.released')
    .execute();
  expect(new Set(events.map(({ data }) => data)).size).toBe(events.length);
  expect(events.length).toBe(60);
  expect((await auditCounters(first.deps)).drift).toEqual([]);
});

it('tells of each effect once, though every replica is asked for it', async () => {
  const { id } = await replicas.service.makeCode({ code: 'TOLD', maxUsesTotal: 20 });
  const asked = Array.from({ length: 40 }, (_, n) => `told-${n}`).flatMap((orderId) =>
    replicas.all.map((replica) => ({ replica, orderId })),
  );
  const answers = await runTogether(asked, 30, ({ replica, orderId }) =>
    replica.ask('POST', '/v1/discount-codes/redeem', {
      body: { orderId, code: 'TOLD', currency: 'IDR', subtotal: 100_000 },
    }),
  );
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(20);
  expect((await first.ask('GET', `/v1/discount-codes/${id}`)).data.usesTotal).toBe(20);
  const events = await first.deps.storage.reader
    .selectFrom('events')
    .select('data')
    .where('type', '=', 'discount_code.redeemed')
    .execute();
  expect(events).toHaveLength(20);
  expect((await auditCounters(first.deps)).drift).toEqual([]);
});
