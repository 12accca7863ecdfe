import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { insertEvent } from '../../server/src/storage/repositories/events.js';
import { bundleScript } from '../faults/support/bundle-script.js';
import { startReceiver, type Receiver } from './support/receiver.js';
import { openWebhookService, type WebhookService } from './support/webhook-service.js';

// A receiver that fails three times in ten, and a worker that is killed without warning five times: every event arrives, under its own id.
const events = 1_000;
const kills = 5;
/** Four hours of the schedule in a second. */
const speed = 14_400;

let service: WebhookService;
let receiver: Receiver;
let script: string;
const children: ChildProcess[] = [];
beforeAll(async () => {
  [service, receiver, script] = await Promise.all([
    openWebhookService(),
    startReceiver(),
    bundleScript('test/webhooks/support/work-until-killed.ts'),
  ]);
});
afterAll(async () => {
  for (const child of children) child.kill('SIGKILL');
  await receiver.close();
  await service.close();
});

it('delivers each of 1,000 events at least once', async () => {
  await service.makeEndpoint({ url: receiver.url, eventTypes: ['discount_code.redeemed'] });
  await tellOfMany();
  const accepted = failThreeInTen();
  const began = Date.now();
  const deaths: number[] = [];
  for (let kill = 1; kill <= kills; kill += 1) {
    const child = startWorker(began);
    const before = receiver.received.length;
    await until(() => receiver.received.length >= before + 120);
    child.kill('SIGKILL');
    await once(child, 'exit');
    deaths.push(receiver.received.length - before);
  }
  const last = startWorker(began);
  await until(async () => (await countUnsent()) === 0);
  last.kill('SIGTERM');
  const [exitCode] = await once(last, 'exit');

  expect(exitCode).toBe(0);
  expect(deaths).toHaveLength(kills);
  expect(accepted.size).toBe(events);
  const stored = await service.deps.storage.reader
    .selectFrom('webhook_deliveries')
    .select(['event_id', 'status', 'lease_owner'])
    .execute();
  expect(new Set(stored.map(({ event_id }) => event_id))).toEqual(accepted);
  expect(stored.every(({ status, lease_owner }) => status === 'sent' && lease_owner === null)).toBe(true);
  // Failures, and at most what was under way at each kill.
  expect(receiver.received.length).toBeGreaterThan(events * 1.2);
  expect(receiver.received.length).toBeLessThan(events * 2);
});

/** One paid order, and its event as often as if a thousand had been paid. */
async function tellOfMany(): Promise<void> {
  const { code } = await service.makeCode();
  const body = { orderId: 'o-1', code, currency: 'IDR', subtotal: 100_000 };
  const { data } = await service.ask('POST', '/v1/discount-codes/redeem', { body });
  const { storage, newId, now } = service.deps;
  await storage.write(async (tx) => {
    for (let count = 1; count < events; count += 1) {
      await insertEvent(tx, {
        workspace_id: service.id,
        id: newId('evt'),
        type: 'discount_code.redeemed',
        data: JSON.stringify({ redemption: data.redemption }),
        created_at: now(),
      });
    }
  });
}

/** The ids that were answered with success, as they come. */
function failThreeInTen(): Set<string> {
  const accepted = new Set<string>();
  let count = 0;
  receiver.answerWith((response, { headers }) => {
    count += 1;
    // Spread over the requests, the same in every run: two answers of 500 and one that never comes.
    const dice = (count * 7) % 10;
    if (dice === 0) response.destroy();
    else if (dice < 3) response.writeHead(500).end();
    else {
      accepted.add(String(headers['webhook-id']));
      response.writeHead(204).end();
    }
  });
  return accepted;
}

function startWorker(began: number): ChildProcess {
  const { databaseUrl, opened } = service;
  const parameters = [
    databaseUrl,
    String(opened.secret),
    String(began),
    String(service.now()),
    String(speed),
  ];
  const child = spawn(process.execPath, [script, ...parameters], { stdio: ['ignore', 'ignore', 'inherit'] });
  children.push(child);
  return child;
}

async function countUnsent(): Promise<number> {
  const { reader } = service.deps.storage;
  const { rows } = await reader
    .selectFrom('webhook_deliveries')
    .select(({ fn }) => fn.countAll<number>().as('rows'))
    .where('status', '<>', 'sent')
    .executeTakeFirstOrThrow();
  const marked = await reader
    .selectFrom('events')
    .select(({ fn }) => fn.countAll<number>().as('rows'))
    .where('for_webhooks', 'is not', null)
    .executeTakeFirstOrThrow();
  return rows + marked.rows;
}

async function until(isDone: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isDone())) await pause(20);
}
