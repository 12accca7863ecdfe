import { afterAll, beforeAll, expect, it } from 'vitest';
import { startReceiver, type Receiver } from './support/receiver.js';
import { openWebhookService, type WebhookService } from './support/webhook-service.js';

let service: WebhookService;
let receiver: Receiver;
beforeAll(async () => {
  receiver = await startReceiver();
  service = await openWebhookService();
});
afterAll(async () => {
  await service.close();
  await receiver.close();
});

/** Every figure about webhooks, by its name and labels. */
async function figures(): Promise<Record<string, number>> {
  const text = await service.deps.metrics.expose();
  const found = text.matchAll(/^hemat_webhook_(\S+) (\S+)$/gm);
  return Object.fromEntries([...found].map(([, name, value]) => [name, Number(value)]));
}

const attempts = (sent: number, retried: number, givenUp: number) => ({
  'attempts_total{outcome="sent"}': sent,
  'attempts_total{outcome="retried"}': retried,
  'attempts_total{outcome="given_up"}': givenUp,
});
const nothingWaits = { waiting_events: 0, due_deliveries: 0, oldest_due_seconds: 0 };

it('tells operators what was sent, how much waits, and since when', async () => {
  expect(await figures()).toEqual({ ...nothingWaits, ...attempts(0, 0, 0) });
  await service.makeEndpoint({ url: receiver.url });
  await service.makeCode();
  service.pass(30_000);
  await service.makeCode();
  service.pass(60_000);
  // As where no process sends.
  expect(await figures()).toMatchObject({ waiting_events: 2, due_deliveries: 0, oldest_due_seconds: 90 });

  receiver.answerWith((response) => response.writeHead(503).end());
  await service.sendDue();
  expect(await figures()).toEqual({ ...nothingWaits, ...attempts(0, 2, 0) });
  service.pass(3_600_000);
  const late = await figures();
  expect(late).toMatchObject({ waiting_events: 0, due_deliveries: 2 });
  // The first retry comes after five seconds and at most a tenth more.
  expect(late['oldest_due_seconds']).toBeGreaterThan(3_594);
  expect(late['oldest_due_seconds']).toBeLessThanOrEqual(3_595);

  receiver.answerWith((response) => response.writeHead(204).end());
  await service.sendDue();
  expect(await figures()).toEqual({ ...nothingWaits, ...attempts(2, 2, 0) });

  receiver.answerWith((response) => response.writeHead(410).end());
  await service.makeCode();
  await service.sendDue();
  expect(await figures()).toEqual({ ...nothingWaits, ...attempts(2, 2, 1) });
});

it('says that it does not know while the database does not answer', async () => {
  const { storage } = service.deps;
  const { reader } = storage;
  Object.defineProperty(storage, 'reader', {
    configurable: true,
    get: () => {
      throw new Error('gone');
    },
  });
  expect(await figures()).toMatchObject({ waiting_events: NaN, due_deliveries: NaN, ...attempts(2, 2, 1) });
  Object.defineProperty(storage, 'reader', { configurable: true, value: reader });
});
