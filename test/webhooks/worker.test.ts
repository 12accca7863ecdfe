import { setTimeout as pause } from 'node:timers/promises';
import { openStorage } from '@hemat/server';
import { createLog } from '../../server/src/http/create-log.js';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createDeps } from '../../server/src/create-deps.js';
import { startWebhookWorker, type WebhookWorker } from '../../server/src/webhooks/start-webhook-worker.js';
import { startReceiver, type Receiver } from './support/receiver.js';
import { openWebhookService, type WebhookService } from './support/webhook-service.js';

let service: WebhookService;
let receiver: Receiver;
const workers: WebhookWorker[] = [];
const log: string[] = [];
beforeEach(async () => {
  receiver = await startReceiver();
  log.length = 0;
  service = await openWebhookService({ log: createLog('trace', { write: (line) => void log.push(line) }) });
});
afterEach(async () => {
  await Promise.all(workers.splice(0).map((worker) => worker.stop(0)));
  await receiver.close();
  await service.close();
});

const start = (deps = service.deps, concurrency = 8) => {
  const worker = startWebhookWorker(deps, { concurrency, outlet: { targets: 'any' }, pollMs: 5 });
  workers.push(worker);
  return worker;
};
const until = async (isDone: () => boolean | Promise<boolean>) => {
  while (!(await isDone())) await pause(5);
};
const makeCodes = async (count: number) => {
  for (let made = 0; made < count; made += 1) await service.makeCode();
};
const sentCount = async () => (await service.events('?status=sent&limit=100')).length;

it('sends each event once, however many workers there are', async () => {
  await service.makeEndpoint({ url: receiver.url });
  const second = await openStorage(service.databaseUrl);
  try {
    start();
    start(createDeps({ storage: second, ...service.opened }));
    start();
    await makeCodes(40);
    await until(async () => (await sentCount()) === 40);
    await Promise.all(workers.splice(0).map((worker) => worker.stop(5_000)));
    const ids = receiver.received.map(({ headers }) => headers['webhook-id']);
    expect(ids).toHaveLength(40);
    expect(new Set(ids).size).toBe(40);
  } finally {
    await second.close();
  }
});

it('lets an endpoint with a backlog that never answers hold up nobody', async () => {
  receiver.answerWith((response, { path }) => {
    if (path !== '/slow') response.writeHead(204).end();
  });
  const slow = receiver.url.replace('/hook', '/slow');
  const { endpoint } = await service.makeEndpoint({ url: slow });
  await makeCodes(30);
  start(service.deps, 16);
  await until(() => receiver.received.length === 8);
  await service.makeEndpoint({ url: receiver.url });
  await makeCodes(20);
  await until(async () => (await service.events('?status=sent')).length === 20);
  // Not one more than its share, and nothing of it is lost.
  expect(receiver.received.filter(({ path }) => path === '/slow')).toHaveLength(8);
  expect(await service.events(`?endpointId=${endpoint.id}&status=pending&limit=100`)).toHaveLength(50);
});

it('gives back what it has not finished when it is stopped, and another one sends it at once', async () => {
  receiver.answerWith(() => {});
  await service.makeEndpoint({ url: receiver.url });
  await service.makeCode();
  const first = start();
  await until(() => receiver.received.length === 1);
  await first.stop(20);
  const [event] = await service.events();
  expect(event?.deliveries).toMatchObject([
    {
      status: 'pending',
      attemptCount: 0,
      attempts: [],
      nextAttemptAt: new Date(service.now()).toISOString(),
    },
  ]);
  receiver.answerWith((response) => response.writeHead(204).end());
  start();
  await until(async () => (await sentCount()) === 1);
});

it('finishes what it has begun when it is stopped', async () => {
  receiver.answerWith((response) => void pause(100).then(() => response.writeHead(204).end()));
  await service.makeEndpoint({ url: receiver.url });
  await service.makeCode();
  const worker = start();
  await until(() => receiver.received.length === 1);
  await worker.stop(5_000);
  expect(await sentCount()).toBe(1);
});

it('takes what another worker had when its lease runs out, and not before', async () => {
  receiver.answerWith(() => {});
  await service.makeEndpoint({ url: receiver.url });
  await service.makeCode();
  start();
  await until(() => receiver.received.length === 1);
  start();
  service.pass(59_999);
  await pause(60);
  expect(receiver.received).toHaveLength(1);
  receiver.answerWith((response) => response.writeHead(204).end());
  service.pass(1);
  await until(async () => (await sentCount()) === 1);
  expect(receiver.received).toHaveLength(2);
  const ids = receiver.received.map(({ headers }) => headers['webhook-id']);
  expect(new Set(ids).size).toBe(1);
});

it('leaves a delivery alone that somebody else has, when it comes back late with a failure', async () => {
  const answers: (() => void)[] = [];
  receiver.answerWith((response) => void answers.push(() => response.writeHead(500).end()));
  await service.makeEndpoint({ url: receiver.url });
  await service.makeCode();
  // Its only slot waits for the answer, so that it cannot be the one that takes the delivery over.
  start(service.deps, 1);
  await until(() => receiver.received.length === 1);
  service.pass(60_000);
  start();
  await until(() => receiver.received.length === 2);
  answers[0]?.();
  await until(async () => ((await service.events())[0]?.deliveries[0]?.attempts.length ?? 0) === 1);
  const [event] = await service.events();
  // Its attempt is on record; the schedule goes on where the other one leaves it.
  expect(event?.deliveries).toMatchObject([{ status: 'pending', attemptCount: 0 }]);
  expect(event?.deliveries[0]?.nextAttemptAt).toBe(new Date(service.now() + 60_000).toISOString());
});

it('writes no secret, body or address into its log', async () => {
  receiver.answerWith((response) => response.writeHead(410).end('canary-answer'));
  const url = `${receiver.url}?token=canary-token`;
  const { secret } = await service.makeEndpoint({ url, description: 'canary-description' });
  const { code } = await service.makeCode({ code: 'CANARYCODE' });
  start();
  await until(async () => (await service.events('?status=failed')).length === 1);
  await service.ask('GET', '/v1/webhooks/endpoints');
  expect(log.join('')).toContain('switched off');
  for (const canary of ['canary', code, secret, secret.slice(6), 'whsec_', '127.0.0.1']) {
    expect(log.join('')).not.toContain(canary);
  }
});
