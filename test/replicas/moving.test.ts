import { join } from 'node:path';
import { redeemAnswer, type DiscountCode } from '@hemat/shared/schemas';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { apiCaller, dataOf } from '../support/api-caller.js';
import { freshDatabase } from '../support/fresh-database.js';
import { initHemat, runHemat, serveHemat, type HematHome } from '../support/hemat-service.js';
import { runTogether } from '../support/run-together.js';
import type { RunningProcess } from '../support/start-process.js';
import { tempFolder } from '../support/temp-folder.js';

// A shop outgrows its SQLite file: the steps of the guide, with real processes. Each test goes on where the one before ended.
let old: HematHome;
let moved: HematHome;
let sqlite: string;
const running: RunningProcess[] = [];
const cart = { currency: 'IDR', subtotal: 250_000 };
const once = { 'idempotency-key': 'before-the-move', 'content-type': 'application/json' };

beforeAll(async () => {
  const folder = tempFolder('moving');
  sqlite = `sqlite:${join(folder, 'hemat.db')}`;
  old = await initHemat(folder);
  const postgres = await freshDatabase('moving');
  moved = { ...old, env: { ...old.env, HEMAT_DATABASE_URL: postgres } };
});
afterAll(() => Promise.all(running.map(({ stop }) => stop())));

const serve = async (home: HematHome): Promise<RunningProcess> => {
  const replica = await serveHemat(home, { env: { HEMAT_RATE_LIMITS: 'off' } });
  running.push(replica);
  return replica;
};
const at = ({ url }: RunningProcess) => apiCaller(url, old.secretKey);
const redeemOnce = async ({ url }: RunningProcess) => {
  const answer = await fetch(`${url}/v1/discount-codes/redeem`, {
    method: 'POST',
    headers: { authorization: `Bearer ${old.secretKey}`, ...once },
    body: JSON.stringify({ orderId: 'keyed', code: 'CAP50', ...cart }),
  });
  return {
    status: answer.status,
    isReplay: answer.headers.has('idempotency-replayed'),
    text: await answer.text(),
  };
};
const copy = (from: string, to: string) => runHemat(old, 'copy', '--from', from, '--to', to);
const failureOf = (command: Promise<string>) =>
  command.then(
    () => 'it went well',
    (error: { stderr: string; code: number }) => `${error.code}: ${error.stderr}`,
  );

let keyed: Awaited<ReturnType<typeof redeemOnce>>;

it('trades on SQLite', async () => {
  const service = await serve(old);
  dataOf(
    await at(service)('POST', '/discount-codes', {
      code: 'CAP50',
      type: 'percent',
      value: 10,
      maxUsesTotal: 50,
    }),
  );
  dataOf(await at(service)('POST', '/discount-codes/lock', { orderId: 'locked', code: 'CAP50', ...cart }));
  keyed = await redeemOnce(service);
  expect([keyed.status, keyed.isReplay]).toEqual([201, false]);
});

it('is not copied while it is served', async () => {
  expect(await failureOf(copy(sqlite, moved.env.HEMAT_DATABASE_URL ?? ''))).toMatch(
    /^1: .*served by another process/,
  );
  await running.pop()?.stop();
});

it('says what it copied, and copies nothing onto something', async () => {
  const said = await copy(sqlite, moved.env.HEMAT_DATABASE_URL ?? '');
  expect(said).toMatch(/^redemptions +2 +2$/m);
  expect(said).toMatch(/^counters that drift +0 +0$/m);
  expect(said).toContain('Every row has arrived with every value.');
  expect(await failureOf(copy(sqlite, moved.env.HEMAT_DATABASE_URL ?? ''))).toMatch(/^1: .*not empty/);
  expect(await runHemat(moved, 'audit')).toBe('0 drift\n');
});

it('goes on with three replicas: the same keys, the same answers, the order that was locked', async () => {
  const replicas = [await serve(moved), await serve(moved), await serve(moved)];
  for (const replica of replicas) expect(await redeemOnce(replica)).toEqual({ ...keyed, isReplay: true });
  const paid = await Promise.all(
    replicas.map(async (replica) =>
      redeemAnswer.parse(dataOf(await at(replica)('POST', '/discount-codes/redeem', { orderId: 'locked' }))),
    ),
  );
  expect(paid.filter(({ created }) => created)).toHaveLength(1);
  expect(await failureOf(copy(moved.env.HEMAT_DATABASE_URL ?? '', `${sqlite}.back`))).toMatch(
    /^1: The PostgreSQL database .* is served by another process/,
  );
});

it('loses a replica, and lets exactly 50 orders through a cap of 50', async () => {
  const [first, second, third] = running;
  if (first === undefined || second === undefined || third === undefined) throw new Error('three replicas');
  const replicas = [first, second, third];
  const orders = Array.from({ length: 200 }, (_, n) => n);
  let answered = 0;
  // As a balancer does: where a replica does not answer, the next one is asked, with the same key of the same order.
  const redeem = async (n: number): Promise<number> => {
    for (let tries = 0; tries < 9; tries += 1) {
      const replica = replicas[(n + tries) % 3] ?? first;
      try {
        const body = { orderId: `order-${n}`, code: 'CAP50', ...cart };
        const { status } = await at(replica)('POST', '/discount-codes/redeem', body);
        answered += 1;
        if (answered === 20) void second.stop('SIGKILL');
        return status;
      } catch {
        continue;
      }
    }
    throw new Error('no replica answered');
  };
  const statuses = await runTogether(orders, 12, redeem);
  expect(new Set(statuses)).toEqual(new Set([200, 201, 422].filter((status) => statuses.includes(status))));
  const [code] = (dataOf(await at(first)('GET', '/discount-codes?q=CAP50')) as { items: DiscountCode[] })
    .items;
  expect(code?.usesTotal).toBe(50);
  expect(statuses.filter((status) => status !== 422)).toHaveLength(48);
  expect(await runHemat(moved, 'audit')).toBe('0 drift\n');
});

it('moves back the same way, once no replica runs', async () => {
  for (const replica of running.splice(0)) await replica.stop();
  const said = await copy(moved.env.HEMAT_DATABASE_URL ?? '', `${sqlite}.back`);
  expect(said).toContain('Every row has arrived with every value.');
  const back = { ...old, env: { ...old.env, HEMAT_DATABASE_URL: `${sqlite}.back` } };
  expect(await redeemOnce(await serve(back))).toEqual({ ...keyed, isReplay: true });
});
