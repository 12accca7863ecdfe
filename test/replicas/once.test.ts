import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Answer } from '../http/support/test-service.js';
import { openReplicas, type Replica, type Replicas } from './support/replicas.js';
import { stallWrites, type Stall } from './support/stall-writes.js';

let replicas: Replicas;
let [first, second]: [Replica, Replica] = [undefined as never, undefined as never];
let stall: Stall;
beforeAll(async () => {
  replicas = await openReplicas(2);
  const [one, other] = replicas.all;
  if (one === undefined || other === undefined) throw new Error('two replicas');
  [first, second] = [one, other];
});
beforeEach(() => stall?.end());
afterAll(() => replicas.close());

let count = 0;
const newKey = () => `key-${(count += 1)}`;
const newCode = () => ({ code: `ONCE${(count += 1)}`, type: 'percent', value: 5 });
const create = ({ ask }: Replica, key: string, body: object) =>
  ask('POST', '/v1/discount-codes', { body, headers: { 'idempotency-key': key } });
const codeOf = ({ status, error }: Answer) => error?.code ?? status;
const isReplay = ({ headers }: Answer) => headers.get('idempotency-replayed') === 'true';

describe('a call that writes once', () => {
  it('is refused at another replica while it runs, and repeated there afterwards', async () => {
    const [key, body] = [newKey(), newCode()];
    stall = stallWrites(first, { before: 'commit' });
    const running = create(first, key, body);
    await stall.reached;
    expect(codeOf(await create(second, key, body))).toBe('IDEMPOTENCY_KEY_IN_USE');
    stall.end();
    const made = await running;
    const repeated = await create(second, key, body);
    expect([made.status, repeated.status, repeated.text]).toEqual([201, 201, made.text]);
    expect([isReplay(made), isReplay(repeated)]).toEqual([false, true]);
  });

  it('is made once by many that reach both replicas at once', async () => {
    for (let round = 0; round < 5; round += 1) {
      const [key, body] = [newKey(), newCode()];
      const answers = await Promise.all(
        Array.from({ length: 20 }, (_, index) => create(index % 2 === 0 ? first : second, key, body)),
      );
      expect(answers.filter((answer) => answer.status === 201 && !isReplay(answer))).toHaveLength(1);
      const others = answers.filter((answer) => answer.status !== 201).map(codeOf);
      expect(new Set([...others, 'IDEMPOTENCY_KEY_IN_USE'])).toEqual(new Set(['IDEMPOTENCY_KEY_IN_USE']));
    }
  });

  it('leaves its key free when its replica is lost', async () => {
    const [key, body] = [newKey(), newCode()];
    stall = stallWrites(first, { before: 'commit' });
    const lost = create(first, key, body);
    await stall.reached;
    await sql`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and state = 'idle in transaction'`.execute(
      second.deps.storage.reader,
    );
    expect((await create(second, key, body)).status).toBe(201);
    stall.end();
    expect([503, 201]).toContain((await lost).status);
    expect(isReplay(await create(second, key, body))).toBe(true);
  });
});

describe('a call that writes several times', () => {
  const order = (orderId: string, code: string) => ({ orderId, code, currency: 'IDR', subtotal: 100_000 });
  /** Two locked orders of a new code, and the call that counts them both. */
  const prepare = async () => {
    const { code, id } = await replicas.service.makeCode();
    const orderIds = [newKey(), newKey()];
    for (const orderId of orderIds) {
      await first.ask('POST', '/v1/discount-codes/lock', { body: order(orderId, code) });
    }
    const key = newKey();
    const body = { from: '2026-11-20T00:00:00Z', to: '2026-12-31T00:00:00Z', orderIds };
    const reconcile = ({ ask }: Replica) =>
      ask('POST', '/v1/redemptions/reconcile', { body, headers: { 'idempotency-key': key } });
    const uses = async () => (await second.ask('GET', `/v1/discount-codes/${id}`)).data.usesTotal;
    return { reconcile, uses };
  };

  it('is refused at another replica between its writes too', async () => {
    const { reconcile, uses } = await prepare();
    // The first write claims the key, the second counts an order.
    stall = stallWrites(first, { before: 'begin', skip: 2 });
    const running = reconcile(first);
    await stall.reached;
    expect(await uses()).toBe(1);
    expect(codeOf(await reconcile(second))).toBe('IDEMPOTENCY_KEY_IN_USE');
    stall.end();
    const done = await running;
    expect(done.data.repaired).toHaveLength(2);
    const repeated = await reconcile(second);
    expect([repeated.text, isReplay(repeated), await uses()]).toEqual([done.text, true, 2]);
  });

  it('may be made by another replica once its own has said nothing for 30 seconds; a late one changes nothing', async () => {
    const { reconcile, uses } = await prepare();
    stall = stallWrites(first, { before: 'begin', skip: 2 });
    const asleep = reconcile(first);
    await stall.reached;
    replicas.service.pass(29_999);
    expect(codeOf(await reconcile(second))).toBe('IDEMPOTENCY_KEY_IN_USE');
    replicas.service.pass(1);
    const taken = await reconcile(second);
    expect([taken.status, taken.data.repaired.length, await uses()]).toEqual([200, 1, 2]);
    stall.end();
    const late = await asleep;
    expect([late.text, isReplay(late), await uses()]).toEqual([taken.text, true, 2]);
  });

  it('gives its key up when it fails', async () => {
    const { reconcile, uses } = await prepare();
    const { storage } = first.deps;
    const { write } = storage;
    let writes = 0;
    storage.write = (job, options) => {
      writes += 1;
      return writes === 3 ? Promise.reject(new Error('a bug')) : write(job, options);
    };
    expect((await reconcile(first)).status).toBe(500);
    storage.write = write;
    expect((await reconcile(second)).status).toBe(200);
    expect(await uses()).toBe(2);
  });
});
