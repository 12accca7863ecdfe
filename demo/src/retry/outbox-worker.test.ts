import { createClient } from '@hemat/shared/client';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase, type Database } from '../storage/database.js';
import { createOutboxWorker } from './outbox-worker.js';
import type { TaskWork } from './task.js';
import { createTaskRepository, type TaskRepository } from './task-repository.js';

let folder: string;
let database: Database;
let tasks: TaskRepository;
let server: Server | undefined;
let clock = 0;
const failures: unknown[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'shop-'));
  clock = 1_000_000;
  failures.length = 0;
  open();
});
afterEach(async () => {
  database.close();
  await goAway();
  rmSync(folder, { recursive: true });
  expect(failures).toEqual([]);
});

function open(): void {
  database = openDatabase(folder);
  tasks = createTaskRepository(database);
}

async function goAway(): Promise<void> {
  await new Promise<void>((resolve) => (server ? server.close(() => resolve()) : resolve()));
  server = undefined;
}

/** A service that answers every call as told, on a real socket. */
async function answering(status: number, answer: object): Promise<{ endpoint: string; asked: string[] }> {
  const asked: string[] = [];
  const started = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.writeHead(status, { 'content-type': 'application/json', connection: 'close' });
    response.end(JSON.stringify(answer));
  });
  server = started;
  await new Promise<void>((resolve) => started.listen(0, '127.0.0.1', resolve));
  return { endpoint: `http://127.0.0.1:${(started.address() as AddressInfo).port}`, asked };
}

const meta = { requestId: 'req_1', timestamp: '2026-11-21T00:00:00.000Z' };
const said = (data: object) => ({ data, error: null, meta });
const refused = (code: string) => ({ data: null, error: { code, message: code }, meta });
const nobody = 'http://127.0.0.1:1';

function workerFor(endpoint: string) {
  const client = createClient({ endpoint, secretKey: 'sk_test_1', timeoutMs: 500, retry: { limit: 0 } });
  const report = (error: unknown) => failures.push(error);
  return createOutboxWorker({ tasks, client, now: () => clock, random: () => 0.5, report });
}

function add(work: TaskWork, orderId = 'TK-1'): void {
  tasks.add(orderId, work, { now: clock, dueAt: clock });
}
const redeem: TaskWork = { kind: 'redeem', payload: { orderId: 'TK-1' } };
const reverse: TaskWork = { kind: 'reverse', payload: { redemptionId: 'red_1' } };
const first = () => tasks.listOfOrder('TK-1')[0];

describe('the outbox', () => {
  it('tries again after 1, 2, 4, 8 seconds and so on to 5 minutes while nobody answers', async () => {
    add(redeem);
    const pauses: number[] = [];
    for (let attempt = 1; attempt <= 11; attempt += 1) {
      await workerFor(nobody).run();
      const dueAt = first()?.dueAt ?? 0;
      pauses.push((dueAt - clock) / 1000);
      clock = dueAt;
    }
    expect(pauses).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300]);
    expect(first()).toMatchObject({
      attempts: 11,
      doneAt: null,
      lastError: 'The service cannot be reached.',
    });
  });

  it('leaves alone what is not due yet', async () => {
    const { endpoint, asked } = await answering(200, said({ created: true, redemptions: [] }));
    tasks.add('TK-1', redeem, { now: clock, dueAt: clock + 1 });
    await workerFor(endpoint).run();
    expect(asked).toEqual([]);
    clock += 1;
    await workerFor(endpoint).run();
    expect(asked).toEqual(['/v1/discount-codes/redeem']);
  });

  it('is carried out after a restart of the shop', async () => {
    add(redeem);
    await workerFor(nobody).run();
    database.close();
    open();
    const { endpoint } = await answering(201, said({ created: true, redemptions: [{ overLimit: true }] }));
    clock += 1000;
    await workerFor(endpoint).run();
    expect(first()).toMatchObject({
      attempts: 2,
      doneAt: clock,
      outcome: { kind: 'redeemed', created: true, overLimit: true },
    });
    expect(tasks.findNextDue()).toBeUndefined();
  });

  it('ends when the service has judged the order, and says how', async () => {
    add(redeem);
    const { endpoint, asked } = await answering(422, refused('MAX_USES_REACHED'));
    await workerFor(endpoint).run();
    await workerFor(endpoint).run();
    expect(asked).toHaveLength(1);
    expect(first()?.outcome).toEqual({ kind: 'refused', code: 'MAX_USES_REACHED' });
  });

  it.each([
    [409, 'MARKETING_MODULE_DISABLED'],
    [401, 'INVALID_API_KEY'],
    [403, 'FORBIDDEN'],
    [429, 'RATE_LIMITED'],
    [500, 'INTERNAL_ERROR'],
    [503, 'UNAVAILABLE'],
  ])('waits for what gets mended: %i %s', async (status, code) => {
    add(redeem);
    const { endpoint } = await answering(status, refused(code));
    await workerFor(endpoint).run();
    expect(first()).toMatchObject({ attempts: 1, outcome: null, doneAt: null });
  });

  it('keeps the order of one order’s work, and lets no order wait for another', async () => {
    add(redeem);
    await workerFor(nobody).run();
    add(reverse);
    add({ kind: 'release', payload: { orderId: 'TK-2' } }, 'TK-2');
    const { endpoint, asked } = await answering(
      200,
      said({ released: true, reversed: true, created: true, redemptions: [] }),
    );
    await workerFor(endpoint).run();
    expect(asked).toEqual(['/v1/discount-codes/release']);
    clock += 1000;
    await workerFor(endpoint).run();
    expect(asked.slice(1)).toEqual(['/v1/discount-codes/redeem', '/v1/redemptions/red_1/reverse']);
  });

  it('runs by itself once started', async () => {
    add(redeem);
    const { endpoint } = await answering(200, said({ created: true, redemptions: [] }));
    const worker = workerFor(endpoint);
    worker.start();
    await expect.poll(() => first()?.doneAt).not.toBeNull();
    await worker.stop();
  });
});
