import { createHmac } from 'node:crypto';
import { webhookMessage } from '@hemat/shared/schemas';
import { Webhook } from 'standardwebhooks';
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createWebhookEndpoint } from '../../server/src/services/webhooks/create-webhook-endpoint.js';
import { purgeWebhookLog } from '../../server/src/services/webhooks/purge-webhook-log.js';
import { startReceiver, type Received, type Receiver } from './support/receiver.js';
import { openWebhookService, type WebhookService } from './support/webhook-service.js';

const second = 1_000;
const hour = 60 * 60 * second;

let service: WebhookService;
let receiver: Receiver;
const stored: WebhookService[] = [];
beforeEach(async () => {
  receiver = await startReceiver();
  service = await openWebhookService();
  stored.push(service);
});
afterEach(async () => {
  vi.useRealTimers();
  await receiver.close();
});
afterAll(() => Promise.all(stored.map(({ close }) => close())));

/** Verifies as a merchant does, at the service's time. */
function verify(secret: string, { headers, body }: Received): unknown {
  vi.useFakeTimers({ toFake: ['Date'], now: service.now() });
  // Node's map of headers, as receivers have it.
  return new Webhook(secret).verify(body, headers as Record<string, string>);
}

describe('an event', () => {
  it('is sent once, and the public library finds its signature right', async () => {
    const { secret, endpoint } = await service.makeEndpoint({ url: receiver.url });
    const code = await service.makeCode();
    await service.sendDue();
    await service.sendDue();
    const [request, ...more] = receiver.received;
    if (request === undefined) throw new Error('nothing came');
    expect(more).toEqual([]);
    expect(verify(secret, request)).toMatchObject({
      type: 'discount_code.created',
      workspaceId: service.id,
      timestamp: new Date(service.now()).toISOString(),
      data: { discountCode: { id: code.id, code: code.code } },
    });
    const [event] = await service.events();
    expect(request.headers).toMatchObject({
      'webhook-id': event?.id,
      'webhook-timestamp': String(service.now() / second),
      'content-type': 'application/json',
      'user-agent': expect.stringMatching(/^Hemat-Webhooks\//),
    });
    expect(event?.deliveries).toMatchObject([
      {
        endpointId: endpoint.id,
        status: 'sent',
        attemptCount: 1,
        nextAttemptAt: null,
        attempts: [{ request: { url: receiver.url }, response: { status: 204, body: '' }, failure: null }],
      },
    ]);
    const forged = { ...request, body: request.body.replace('percent', 'fixed') };
    expect(() => verify(secret, forged)).toThrow('No matching signature');
  });

  it('of every type has the one form of its schema', async () => {
    await service.makeEndpoint({ url: receiver.url });
    const cart = { currency: 'IDR', subtotal: 100_000 };
    const { id, code } = await service.makeCode();
    await service.ask('PATCH', `/v1/discount-codes/${id}`, { body: { value: 5 } });
    const order = async (orderId: string, ...verbs: string[]) => {
      for (const verb of verbs) {
        const body = verb === 'release' ? { orderId } : { orderId, code, ...cart };
        const answer = await service.ask('POST', `/v1/discount-codes/${verb}`, { body });
        expect(answer.error).toBeNull();
      }
    };
    await order('o-1', 'lock', 'release');
    await order('o-2', 'lock', 'redeem');
    const [paid] = (await service.ask('GET', '/v1/redemptions?orderId=o-2')).data.items;
    await service.ask('POST', `/v1/redemptions/${paid.id}/reverse`, { body: {} });
    await service.ask('DELETE', `/v1/discount-codes/${id}`);
    await service.sendDue();
    const messages = receiver.received.map(({ body }) => webhookMessage.parse(JSON.parse(body)));
    expect(messages.map(({ type }) => type).sort()).toEqual([
      'discount_code.applied',
      'discount_code.applied',
      'discount_code.archived',
      'discount_code.created',
      'discount_code.redeemed',
      'discount_code.released',
      'discount_code.reversed',
      'discount_code.updated',
    ]);
    for (const { data } of messages) expect(Object.keys(data)).toHaveLength(1);
  });

  it('goes to the endpoints that want its type, of its own workspace', async () => {
    const other = await service.makeWorkspace();
    const at = (path: string) => receiver.url.replace('/hook', path);
    const all = await service.makeEndpoint({ url: at('/all') });
    const some = await service.makeEndpoint({ url: at('/some'), eventTypes: ['discount_code.archived'] });
    await service.makeEndpoint({ url: at('/other') }, other.secretKey);
    const paused = await service.makeEndpoint({ url: at('/paused') });
    await service.ask('PATCH', `/v1/webhooks/endpoints/${paused.endpoint.id}`, { body: { active: false } });
    const { id } = await service.makeCode();
    await service.ask('DELETE', `/v1/discount-codes/${id}`);
    await service.sendDue();
    expect(receiver.received.map(({ path }) => path).sort()).toEqual(['/all', '/all', '/some']);
    const queued = (await service.events()).flatMap(({ deliveries }) => deliveries);
    expect(queued.map(({ endpointId }) => endpointId).sort()).toEqual([
      all.endpoint.id,
      all.endpoint.id,
      some.endpoint.id,
    ]);
  });

  it('is not marked where nobody is to be told', async () => {
    await service.makeCode();
    const marked = await service.deps.storage.reader
      .selectFrom('events')
      .select('id')
      .where('for_webhooks', 'is not', null)
      .execute();
    expect(marked).toEqual([]);
    await service.makeEndpoint({ url: receiver.url });
    await service.sendDue();
    expect(receiver.received).toEqual([]);
  });
});

describe('an endpoint that fails', () => {
  it('is tried ten times over 75 hours, and the event can be sent again', async () => {
    receiver.answerWith((response) => response.writeHead(500).end('no'));
    await service.makeEndpoint({ url: receiver.url });
    await service.makeCode();
    const start = service.now();
    const gaps: number[] = [];
    for (let attempt = 1; attempt < 10; attempt += 1) {
      await service.sendDue();
      expect(receiver.received).toHaveLength(attempt);
      const [event] = await service.events();
      const delivery = event?.deliveries[0];
      expect(delivery).toMatchObject({ status: 'pending', attemptCount: attempt });
      const next = Date.parse(delivery?.nextAttemptAt ?? '');
      gaps.push(next - service.now());
      service.pass(next - service.now() - 1);
      await service.sendDue();
      expect(receiver.received).toHaveLength(attempt);
      service.pass(1);
    }
    await service.sendDue();
    expect(receiver.received).toHaveLength(10);
    const wanted = [5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400];
    gaps.forEach((gap, index) => {
      const least = (wanted[index] ?? 0) * second;
      expect(gap).toBeGreaterThanOrEqual(least);
      expect(gap).toBeLessThanOrEqual(least * 1.1);
    });
    expect(service.now() - start).toBeGreaterThan(75 * hour);
    const [event] = await service.events('?status=failed');
    expect(event?.deliveries).toMatchObject([{ status: 'failed', attemptCount: 10, nextAttemptAt: null }]);
    expect(event?.deliveries[0]?.attempts).toHaveLength(10);
    expect(new Set(receiver.received.map(({ headers }) => headers['webhook-id']))).toEqual(
      new Set([event?.id]),
    );
    service.pass(hour);
    await service.sendDue();
    expect(receiver.received).toHaveLength(10);

    receiver.answerWith((response) => response.writeHead(200).end('thanks'));
    const retried = await service.ask('POST', `/v1/webhooks/events/${event?.id}/retry`);
    expect(retried.data.deliveries).toMatchObject([{ status: 'pending', attemptCount: 10 }]);
    await service.sendDue();
    expect(receiver.received.at(-1)?.headers['webhook-id']).toBe(event?.id);
    const [sent] = await service.events();
    expect(sent?.deliveries).toMatchObject([
      { status: 'sent', attemptCount: 11, lastAttempt: { response: { status: 200, body: 'thanks' } } },
    ]);
  });

  it('is switched off when it is gone, and its events are kept', async () => {
    const { endpoint } = await service.makeEndpoint({ url: receiver.url });
    await service.makeCode();
    await service.makeCode();
    receiver.answerWith((response) => response.writeHead(410).end());
    await service.sendDue();
    expect(await service.loadEndpoint(endpoint.id)).toMatchObject({ active: false, disabledReason: 'gone' });
    const events = await service.events();
    expect(events.map(({ deliveries }) => deliveries[0]?.status)).toEqual(['failed', 'failed']);
    await service.makeCode();
    service.pass(100 * hour);
    const before = receiver.received.length;
    await service.sendDue();
    expect(receiver.received).toHaveLength(before);
    const { items } = (await service.ask('GET', `/v1/audit-log?target=${endpoint.id}`)).data;
    expect(items[0]).toMatchObject({
      action: 'webhook_endpoint.disabled',
      actor: { kind: 'system', id: null },
      before: { active: true },
      after: { active: false, disabledReason: 'gone' },
    });
    const off = await service.ask('POST', `/v1/webhooks/events/${events[0]?.id}/retry`);
    expect(off.error?.code).toBe('ENDPOINT_DISABLED');
  });

  it('is switched off after five days without a success, not after five with one', async () => {
    receiver.answerWith((response) => response.writeHead(503).end());
    const { endpoint } = await service.makeEndpoint({ url: receiver.url });
    const tryOnce = async () => {
      await service.makeCode();
      await service.sendDue();
      return service.loadEndpoint(endpoint.id);
    };
    expect(await tryOnce()).toMatchObject({
      active: true,
      failingSince: new Date(service.now()).toISOString(),
    });
    service.pass(4 * 24 * hour);
    expect((await tryOnce()).active).toBe(true);
    receiver.answerWith((response) => response.writeHead(200).end());
    expect(await tryOnce()).toMatchObject({ active: true, failingSince: null });
    receiver.answerWith((response) => response.writeHead(503).end());
    service.pass(2 * 24 * hour);
    expect((await tryOnce()).active).toBe(true);
    service.pass(5 * 24 * hour - 1);
    expect((await tryOnce()).active).toBe(true);
    service.pass(1);
    expect(await tryOnce()).toMatchObject({ active: false, disabledReason: 'failing' });
    const resumed = await service.ask('PATCH', `/v1/webhooks/endpoints/${endpoint.id}`, {
      body: { active: true },
    });
    expect(resumed.data).toMatchObject({ active: true, failingSince: null, disabledReason: null });
    expect((await tryOnce()).active).toBe(true);
  });

  it.each([
    ['a redirect', 302, { location: '/elsewhere' }],
    ['another redirect', 307, { location: '/elsewhere' }],
    ['a refusal', 400, {}],
  ])('with %s is tried again later, and nothing is followed', async (_, status, headers) => {
    receiver.answerWith((response) => response.writeHead(status, headers).end('body'));
    await service.makeEndpoint({ url: receiver.url });
    await service.makeCode();
    await service.sendDue();
    expect(receiver.received.map(({ path }) => path)).toEqual(['/hook']);
    const [event] = await service.events();
    expect(event?.deliveries).toMatchObject([
      { status: 'pending', lastAttempt: { response: { status, body: 'body' }, failure: null } },
    ]);
  });

  it('without answering is left after the timeout', async () => {
    receiver.answerWith(() => {});
    await service.makeEndpoint({ url: receiver.url });
    await service.makeCode();
    await service.sendDue({ timeoutMs: 50 });
    receiver.answerWith((response) => response.writeHead(200).write('slowly'));
    service.pass(6 * second);
    await service.sendDue({ timeoutMs: 50 });
    const [event] = await service.events();
    expect(event?.deliveries).toMatchObject([
      { status: 'pending', attempts: [{ response: null, failure: 'TIMEOUT' }, { failure: 'TIMEOUT' }] },
    ]);
  });

  it('with an endless answer has its first 2 KB kept', async () => {
    receiver.answerWith((response) => {
      response.writeHead(200);
      const fill = () => {
        while (response.write('\0'.repeat(1_000)));
      };
      response.on('drain', fill);
      fill();
    });
    await service.makeEndpoint({ url: receiver.url });
    await service.makeCode();
    await service.sendDue();
    const [event] = await service.events();
    expect(event?.deliveries[0]).toMatchObject({ status: 'sent' });
    expect(event?.deliveries[0]?.lastAttempt?.response?.body).toHaveLength(2_048);
  });

  it('because it does not speak TLS says so', async () => {
    await service.makeEndpoint({ url: receiver.url.replace('http:', 'https:') });
    await service.makeCode();
    await service.sendDue();
    expect(receiver.received).toEqual([]);
    const [event] = await service.events();
    expect(event?.deliveries[0]?.lastAttempt).toMatchObject({ response: null, failure: 'TLS_FAILED' });
  });

  it('because nobody listens says so', async () => {
    const { url } = receiver;
    await service.makeEndpoint({ url });
    await receiver.close();
    await service.makeCode();
    await service.sendDue();
    receiver = await startReceiver();
    const [event] = await service.events();
    expect(event?.deliveries[0]?.lastAttempt).toMatchObject({ response: null, failure: 'CONNECTION_FAILED' });
  });
});

describe('a secret that is rotated', () => {
  it('signs beside the new one for 24 hours', async () => {
    const { secret: old, endpoint } = await service.makeEndpoint({ url: receiver.url });
    const rotated = await service.ask('POST', `/v1/webhooks/endpoints/${endpoint.id}/rotate-secret`);
    const { secret } = rotated.data;
    expect(rotated.data.endpoint.previousSecretUntil).toBe(new Date(service.now() + 24 * hour).toISOString());
    const sendOne = async (): Promise<Received> => {
      await service.makeCode();
      await service.sendDue();
      return receiver.received.at(-1) ?? Promise.reject(new Error('nothing came'));
    };
    service.pass(24 * hour - 1_000);
    const during = await sendOne();
    expect(verify(old, during)).toEqual(verify(secret, during));
    service.pass(1_000);
    const after = await sendOne();
    expect(verify(secret, after)).toBeDefined();
    expect(() => verify(old, after)).toThrow('No matching signature');
  });

  it('ends at once when it leaked', async () => {
    const { secret: old, endpoint } = await service.makeEndpoint({ url: receiver.url });
    const path = `/v1/webhooks/endpoints/${endpoint.id}/rotate-secret`;
    const { secret } = (await service.ask('POST', path, { body: { overlapHours: 0 } })).data;
    await service.makeCode();
    await service.sendDue();
    const [request] = receiver.received;
    if (request === undefined) throw new Error('nothing came');
    expect(verify(secret, request)).toBeDefined();
    expect(() => verify(old, request)).toThrow('No matching signature');
  });
});

describe('by hand', () => {
  it('a test is sent to one endpoint, whatever it wants', async () => {
    const { endpoint, secret } = await service.makeEndpoint({
      url: receiver.url,
      eventTypes: ['discount_code.archived'],
    });
    await service.makeEndpoint({ url: `${receiver.url}/other` });
    const test = await service.ask('POST', `/v1/webhooks/endpoints/${endpoint.id}/test`);
    expect(test.data).toMatchObject({ type: 'webhook.test', deliveries: [{ status: 'pending' }] });
    await service.sendDue();
    expect(receiver.received.map(({ path }) => path)).toEqual(['/hook']);
    const [request] = receiver.received;
    if (request === undefined) throw new Error('nothing came');
    const message = webhookMessage.parse(verify(secret, request));
    expect(message).toMatchObject({
      id: test.data.id,
      data: { webhookEndpoint: { id: endpoint.id, url: receiver.url } },
    });
  });

  it('an event from before is sent to an endpoint that is named', async () => {
    await service.makeCode();
    const [event] = await service.events();
    const { endpoint } = await service.makeEndpoint({ url: receiver.url });
    const path = `/v1/webhooks/events/${event?.id}/retry`;
    expect((await service.ask('POST', path)).error?.code).toBe('ENDPOINT_DISABLED');
    const body = { endpointId: endpoint.id };
    expect((await service.ask('POST', path, { body })).status).toBe(200);
    expect((await service.ask('POST', path, { body })).error?.code).toBe('DELIVERY_PENDING');
    await service.sendDue();
    expect(receiver.received).toHaveLength(1);
    expect((await service.ask('POST', path, { body })).status).toBe(200);
    await service.sendDue();
    expect(receiver.received).toHaveLength(2);
    const ids = receiver.received.map(({ headers }) => headers['webhook-id']);
    expect(ids).toEqual([event?.id, event?.id]);
    const { items } = (await service.ask('GET', `/v1/audit-log?target=${event?.id}`)).data;
    expect(items).toHaveLength(2);
    expect(items[0]).toMatchObject({
      action: 'webhook_event.retried',
      after: { endpointIds: [endpoint.id] },
    });
  });

  it('the log of events is filtered and paged', async () => {
    const { endpoint } = await service.makeEndpoint({
      url: receiver.url,
      eventTypes: ['discount_code.created'],
    });
    const other = await service.makeEndpoint({ url: receiver.url });
    const { id } = await service.makeCode();
    await service.makeCode();
    await service.ask('DELETE', `/v1/discount-codes/${id}`);
    receiver.answerWith((response, { body }) =>
      response.writeHead(body.includes('archived"') ? 500 : 200).end(),
    );
    await service.sendDue();
    const types = async (query: string) => (await service.events(query)).map(({ type }) => type);
    const [created, archived] = ['discount_code.created', 'discount_code.archived'];
    expect(await types('')).toEqual([archived, created, created]);
    expect(await types(`?endpointId=${endpoint.id}`)).toEqual([created, created]);
    expect(await types(`?endpointId=${other.endpoint.id}&status=pending`)).toEqual([archived]);
    expect(await types('?status=sent')).toEqual([created, created]);
    expect(await types(`?type=${archived}`)).toEqual([archived]);
    const first = (await service.ask('GET', '/v1/webhooks/events?limit=1&status=sent')).data;
    expect(first).toMatchObject({ hasMore: true, items: [{ type: created }] });
    const path = `/v1/webhooks/events?limit=1&status=sent&cursor=${first.nextCursor}`;
    const second = (await service.ask('GET', path)).data;
    expect(second).toMatchObject({ hasMore: false, nextCursor: null });
    expect(second.items[0].id).not.toBe(first.items[0].id);
  });

  it('the log of events tells what happened to one code, also on its orders', async () => {
    const { endpoint } = await service.makeEndpoint({ url: receiver.url });
    const { id, code } = await service.makeCode();
    const other = await service.makeCode();
    const pay = { code, orderId: 'order-of-one-code', currency: 'IDR', subtotal: 200_000 };
    const paid = (await service.ask('POST', '/v1/discount-codes/redeem', { body: pay })).data;
    await service.sendDue();
    const types = async (query: string) => (await service.events(query)).map(({ type }) => type);
    const ofOne = `?discountCodeId=${id}`;
    expect(await types(ofOne)).toEqual(['discount_code.redeemed', 'discount_code.created']);
    expect(await types(`${ofOne}&type=discount_code.redeemed&status=sent`)).toHaveLength(1);
    expect(await types(`?discountCodeId=${other.id}`)).toEqual(['discount_code.created']);
    const reverse = `/v1/redemptions/${paid.redemption.id}/reverse`;
    await service.ask('POST', reverse, { body: {} });
    await service.sendDue();
    const [reversed] = await service.events(ofOne);
    expect(reversed).toMatchObject({
      type: 'discount_code.reversed',
      deliveries: [{ endpointId: endpoint.id, status: 'sent' }],
    });
  });
});

it('keeps deliveries that are over for 30 days, and events for good', async () => {
  await service.makeEndpoint({ url: receiver.url });
  await service.makeCode();
  await service.sendDue();
  receiver.answerWith((response) => response.writeHead(500).end());
  await service.makeCode();
  await service.sendDue();
  const day = 24 * hour;
  const statuses = async () => {
    await purgeWebhookLog(service.deps);
    return (await service.events()).map(({ deliveries }) => deliveries.map(({ status }) => status));
  };
  service.pass(30 * day);
  expect(await statuses()).toEqual([['pending'], ['sent']]);
  service.pass(1);
  expect(await statuses()).toEqual([['pending'], []]);
  const { attempts } = await service.deps.storage.reader
    .selectFrom('webhook_attempts')
    .select(({ fn }) => fn.countAll<number>().as('attempts'))
    .executeTakeFirstOrThrow();
  expect(attempts).toBe(0);
});

it("is signed the way of Ripllo's clients where the endpoint says so", async () => {
  const workspace = await service.deps.directory.findWorkspace(service.id);
  if (workspace === undefined) throw new Error('no workspace');
  const deps = { ...service.deps, workspace, actor: { kind: 'system', id: null } as const };
  const made = await createWebhookEndpoint(deps, { url: receiver.url, targets: 'any', signature: 'ripllo' });
  if (!made.ok) throw new Error('refused');
  await service.makeCode();
  await service.sendDue();
  const [request] = receiver.received;
  const body = request?.body ?? '';
  const t = String(service.now() / second);
  const v1 = createHmac('sha256', made.value.secret).update(`${t}.${body}`).digest('hex');
  expect(request?.headers['ripllo-signature']).toBe(`t=${t},v1=${v1}`);
  expect(JSON.parse(body)).toMatchObject({
    type: 'discount_code.created',
    occurredAt: new Date(service.now()).toISOString(),
    accountId: service.id,
    metadata: {},
  });
});
