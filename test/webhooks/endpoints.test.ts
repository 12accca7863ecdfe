import { openApiDocument } from '@hemat/server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestService, type TestService } from '../http/support/test-service.js';

let service: TestService;
let ask: TestService['ask'];
beforeAll(async () => {
  service = await openTestService();
  ask = service.ask;
});
afterAll(() => service.close());

const url = 'https://hooks.example.com/hemat';
const create = (body: object = { url }, key?: string) =>
  ask('POST', '/v1/webhooks/endpoints', { body, ...(key !== undefined && { key }) });

describe('an endpoint', () => {
  it('is made, listed, loaded, changed and deleted', async () => {
    const made = await create({ url, eventTypes: ['discount_code.redeemed'], description: 'orders' });
    expect(made.status).toBe(201);
    const { endpoint, secret } = made.data;
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    expect(endpoint).toMatchObject({
      url,
      description: 'orders',
      eventTypes: ['discount_code.redeemed'],
      signature: 'standard',
      active: true,
      disabledReason: null,
      previousSecretUntil: null,
    });
    const path = `/v1/webhooks/endpoints/${endpoint.id}`;
    expect((await ask('GET', path)).data).toEqual(endpoint);
    expect((await ask('GET', '/v1/webhooks/endpoints')).data.items[0]).toEqual(endpoint);
    service.pass(1_000);
    const patched = await ask('PATCH', path, { body: { eventTypes: null, description: null } });
    expect(patched.data).toMatchObject({ url, eventTypes: null, description: null });
    expect(patched.data.updatedAt).not.toBe(endpoint.updatedAt);
    expect((await ask('DELETE', path)).data).toEqual(patched.data);
    expect((await ask('GET', path)).error?.code).toBe('NOT_FOUND');
    expect((await ask('DELETE', path)).error?.code).toBe('NOT_FOUND');
  });

  it('is paused and resumed', async () => {
    const { endpoint } = (await create()).data;
    const path = `/v1/webhooks/endpoints/${endpoint.id}`;
    const paused = await ask('PATCH', path, { body: { active: false } });
    expect(paused.data).toMatchObject({ active: false, disabledReason: 'paused' });
    expect(paused.data.disabledAt).not.toBeNull();
    const resumed = await ask('PATCH', path, { body: { active: true } });
    expect(resumed.data).toMatchObject({ active: true, disabledReason: null, disabledAt: null });
  });

  it('shows its secret when it is made and when it is rotated, and nowhere else', async () => {
    const made = (await create()).data;
    const path = `/v1/webhooks/endpoints/${made.endpoint.id}`;
    const rotated = (await ask('POST', `${path}/rotate-secret`)).data;
    expect(rotated.secret).toMatch(/^whsec_/);
    expect(rotated.secret).not.toBe(made.secret);
    const others = [
      await ask('GET', path),
      await ask('GET', '/v1/webhooks/endpoints'),
      await ask('PATCH', path, { body: { description: 'x' } }),
      await ask('GET', `/v1/audit-log?target=${made.endpoint.id}`),
      await ask('DELETE', path),
    ];
    for (const { text, status } of others) {
      expect(status).toBe(200);
      expect(text).not.toContain('whsec_');
      expect(text).not.toContain('ealed');
    }
    const rows = await service.deps.storage.reader.selectFrom('webhook_endpoints').selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(rotated.secret.slice(6, 30));
  });

  it('leaves an audit row of every change', async () => {
    const { endpoint } = (await create()).data;
    const path = `/v1/webhooks/endpoints/${endpoint.id}`;
    await ask('PATCH', path, { body: { active: false } });
    await ask('PATCH', path, { body: { active: false } });
    await ask('PATCH', path, { body: { active: true } });
    await ask('POST', `${path}/rotate-secret`, { body: { overlapHours: 0 } });
    await ask('POST', `${path}/test`);
    await ask('DELETE', path);
    const { items } = (await ask('GET', `/v1/audit-log?target=${endpoint.id}`)).data;
    expect(items.map(({ action }: { action: string }) => action).reverse()).toEqual([
      'webhook_endpoint.created',
      'webhook_endpoint.updated',
      'webhook_endpoint.updated',
      'webhook_endpoint.secret_rotated',
      'webhook_endpoint.tested',
      'webhook_endpoint.deleted',
    ]);
    expect(items[4]).toMatchObject({ before: { active: true }, after: { active: false } });
  });

  it.each([
    ['http://hooks.example.com/', 'is not an https URL'],
    ['ftp://hooks.example.com/', 'is not an https URL'],
    ['https://user:canary@hooks.example.com/', 'has a user name or a password'],
    ['https://127.0.0.1/', 'is not at a public address'],
    ['https://[::ffff:10.0.0.1]/', 'is not at a public address'],
    ['https://localhost/', 'is not at a public address'],
    ['hooks.example.com', 'is not a URL'],
  ])('is refused at %s', async (bad, message) => {
    const { endpoint } = (await create()).data;
    for (const { status, error, text } of [
      await create({ url: bad }),
      await ask('PATCH', `/v1/webhooks/endpoints/${endpoint.id}`, { body: { url: bad } }),
    ]) {
      expect(status).toBe(400);
      expect(error).toMatchObject({ code: 'VALIDATION_ERROR', field: 'url' });
      expect(error?.details).toEqual([{ path: 'url', code: 'custom', message }]);
      expect(text).not.toContain('canary');
    }
    await ask('DELETE', `/v1/webhooks/endpoints/${endpoint.id}`);
  });

  it.each([
    [{ url, eventTypes: [] }, 'eventTypes'],
    [{ url, eventTypes: ['discount_code.eaten'] }, 'eventTypes.0'],
    [{ url, secret: 'whsec_mine' }, 'secret'],
    [{ url, signature: 'ripllo' }, 'signature'],
    [{}, 'url'],
  ])('is refused with %j', async (body, field) => {
    expect((await create(body)).error).toMatchObject({ code: 'VALIDATION_ERROR', field });
  });
});

it('every type stands in the description with the schema of its data', async () => {
  const { webhooks = {} } = openApiDocument();
  const { items } = (await ask('GET', '/v1/webhooks/event-types')).data;
  const types: string[] = items.map(({ type }: { type: string }) => type);
  expect(Object.keys(webhooks).sort()).toEqual([...types, 'webhook.test'].sort());
  expect(types).toContain('discount_code.redeemed');
  expect(JSON.stringify(webhooks['discount_code.redeemed'])).toContain('#/components/schemas/Redemption');
  expect(JSON.stringify(webhooks['discount_code.created'])).toContain('#/components/schemas/DiscountCode');
});

it('takes what a database could choke on as any other text, or refuses it', async () => {
  const { endpoint } = (await create()).data;
  const odd = '\0\ud800\u202e';
  const answers = [
    await create({ url: `https://hooks.example.com/${odd}`, description: odd }),
    await ask('PATCH', `/v1/webhooks/endpoints/${endpoint.id}`, { body: { description: odd } }),
    await ask('GET', '/v1/webhooks/endpoints/%00'),
    await ask('GET', '/v1/webhooks/events/%00'),
    await ask('GET', '/v1/webhooks/events?type=%00&endpointId=%00&discountCodeId=%00'),
    await ask('POST', '/v1/webhooks/events/evt_%00/retry', { body: { endpointId: odd } }),
  ];
  for (const { status } of answers) expect(status).toBeLessThan(500);
});

describe('who may', () => {
  const calls = (id: string, eventId: string): [string, string, object?][] => [
    ['GET', `/v1/webhooks/endpoints/${id}`],
    ['PATCH', `/v1/webhooks/endpoints/${id}`, { description: 'mine now' }],
    ['POST', `/v1/webhooks/endpoints/${id}/rotate-secret`, {}],
    ['POST', `/v1/webhooks/endpoints/${id}/test`, {}],
    ['GET', `/v1/webhooks/events/${eventId}`],
    ['POST', `/v1/webhooks/events/${eventId}/retry`, {}],
    ['DELETE', `/v1/webhooks/endpoints/${id}`],
  ];

  it("finds nothing of another workspace's", async () => {
    const { endpoint } = (await create()).data;
    const event = (await ask('POST', `/v1/webhooks/endpoints/${endpoint.id}/test`)).data;
    const { secretKey: key } = await service.makeWorkspace();
    for (const [method, path, body] of calls(endpoint.id, event.id)) {
      const answer = await ask(method, path, { key, ...(body && { body }) });
      expect([path, answer.status]).toEqual([path, 404]);
    }
    for (const path of [
      'endpoints',
      'events',
      `events?endpointId=${endpoint.id}`,
      'events?type=webhook.test',
    ]) {
      expect((await ask('GET', `/v1/webhooks/${path}`, { key })).data.items).toEqual([]);
    }
    expect((await ask('GET', `/v1/webhooks/endpoints/${endpoint.id}`)).data).toEqual(endpoint);
    // An endpoint of one and an event of the other do not meet either.
    const own = (await create({ url }, key)).data.endpoint;
    const foreign = await ask('POST', `/v1/webhooks/events/${event.id}/retry`, {
      body: { endpointId: own.id },
    });
    expect(foreign.error).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('needs the scope manage', async () => {
    const { endpoint } = (await create()).data;
    const event = (await ask('POST', `/v1/webhooks/endpoints/${endpoint.id}/test`)).data;
    const { secret: reader } = await service.makeKey('bearer', ['read', 'validate', 'redeem']);
    for (const [method, path, body] of calls(endpoint.id, event.id)) {
      const answer = await ask(method, path, { key: reader, ...(body && { body }) });
      expect([path, answer.error?.code]).toEqual([path, 'FORBIDDEN']);
    }
    const { secret: manager } = await service.makeKey('bearer', ['manage']);
    expect((await ask('GET', `/v1/webhooks/endpoints/${endpoint.id}`, { key: manager })).status).toBe(200);
    expect((await ask('GET', '/v1/webhooks/event-types', { key: reader })).data.items).toHaveLength(7);
  });

  it('goes on while the Marketing module is off', async () => {
    const { secretKey: key } = await service.makeWorkspace({ marketing: false });
    expect((await create({ url }, key)).status).toBe(201);
  });
});
