import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startReceiver, type Receiver } from '../webhooks/support/receiver.js';
import { openWebhookService, type WebhookService } from '../webhooks/support/webhook-service.js';
import { riplloClient, type RiplloClient } from './support/ripllo-client.js';

let service: WebhookService;
let receiver: Receiver;
let ripllo: RiplloClient;
let partner: RiplloClient;
beforeAll(async () => {
  service = await openWebhookService();
  receiver = await startReceiver();
  ripllo = riplloClient(service, await service.makeKey('signed', ['admin']));
  partner = riplloClient(service, await service.makeKey('signed', ['platform:admin', 'admin']));
});
afterAll(async () => {
  await receiver.close();
  await service.close();
});

/** What a receiver does that was written from Ripllo's page. */
function isSignedBy(secret: string, header: string, body: string): boolean {
  const [, time = '', signature = ''] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(header) ?? [];
  return createHmac('sha256', secret).update(`${time}.${body}`).digest('hex') === signature;
}

describe('Ripllo: webhooks', () => {
  it('are signed its way and named its way, and the log tells of them', async () => {
    const body = { url: receiver.url, events: ['discount.redeemed', 'referral.attributed'] };
    const made = await ripllo('POST', '/webhooks/endpoints', { body });
    expect(made.status).toBe(201);
    const { endpoint, secret } = made.data;
    expect(endpoint).toMatchObject({
      id: expect.stringMatching(/^whep_/),
      url: receiver.url,
      events: ['discount.redeemed'],
      active: true,
    });

    const code = await service.makeCode();
    const order = { code: code.code, orderId: 'order-hook', subtotal: 250_000, currency: 'IDR' };
    expect((await ripllo('POST', '/discount-codes/redeem', { body: order })).status).toBe(201);
    await service.sendDue();

    const [request, ...more] = receiver.received;
    if (request === undefined) throw new Error('nothing came');
    expect(more).toEqual([]);
    expect(isSignedBy(secret, String(request.headers['ripllo-signature']), request.body)).toBe(true);
    const event = JSON.parse(request.body) as { id: string };
    expect(event).toMatchObject({
      id: expect.stringMatching(/^evt_/),
      type: 'discount.redeemed',
      accountId: service.id,
      data: { redemption: { code: code.code, orderId: 'order-hook' } },
      metadata: {},
    });
    const log = await ripllo('GET', '/webhooks/events?type=discount.redeemed&status=sent');
    expect(log.data.events).toMatchObject([
      {
        id: event.id,
        type: 'discount.redeemed',
        status: 'sent',
        deliveryAttempts: [{ endpointId: endpoint.id, attempts: 1, responseStatus: 204 }],
      },
    ]);
    expect((await ripllo('GET', `/webhooks/events/${event.id}`)).data.id).toBe(event.id);

    const again = await ripllo('POST', `/webhooks/events/${event.id}/retry`, { body: {} });
    expect([again.status, again.data.status]).toEqual([202, 'pending']);
    expect((await ripllo('POST', `/webhooks/events/${event.id}/retry`)).status).toBe(409);
    await service.sendDue();
    expect(receiver.received.map(({ body: sent }) => (JSON.parse(sent) as { id: string }).id)).toEqual([
      event.id,
      event.id,
    ]);
  });

  it('are listed, changed and deleted, their secrets shown once', async () => {
    const made = await ripllo('POST', '/webhooks/endpoints', { body: { url: receiver.url } });
    const { endpoint, secret } = made.data;
    expect(endpoint.events).toContain('discount.redeemed');
    expect(endpoint.events).not.toContain('discount_code.applied');
    const listed = await ripllo('GET', '/webhooks/endpoints');
    expect(listed.text).not.toContain(secret);
    expect(listed.data.endpoints.map(({ id }: { id: string }) => id)).toContain(endpoint.id);
    const path = `/webhooks/endpoints/${endpoint.id}`;
    const patched = await ripllo('PATCH', path, { body: { active: false, description: 'Toko' } });
    expect(patched.data.endpoint).toMatchObject({
      active: false,
      description: 'Toko',
      events: endpoint.events,
    });
    expect((await ripllo('DELETE', path)).data).toEqual({ deleted: true });
    expect((await ripllo('PATCH', path, { body: {} })).status).toBe(404);
  });

  it('name the events there are', async () => {
    const { data } = await ripllo('GET', '/webhooks/event-types');
    expect(data.eventTypes).toContainEqual({ type: 'discount.redeemed', description: expect.any(String) });
  });
});

describe('Ripllo: partners', () => {
  const account = {
    accountId: 'acc_01HTOKO',
    partner: 'storlaunch',
    discountRate: 0.2,
    brandName: 'Toko Kopi',
    businessEmail: 'halo@example.com',
  };

  it('make an account once, and read back what they said', async () => {
    const first = await partner('POST', '/admin/workspaces', { body: account });
    expect(first.status).toBe(201);
    expect(first.data).toEqual({ ...account, createdAt: new Date(service.now()).toISOString() });
    service.pass(1_000);
    const again = await partner('POST', '/admin/workspaces', { body: { ...account, brandName: 'Another' } });
    expect(again.data).toEqual(first.data);
    expect((await partner('GET', `/admin/workspaces/${account.accountId}`)).data).toEqual(first.data);
  });

  it('act for it, and read what it gave away', async () => {
    await partner('POST', '/admin/workspaces', { body: account });
    const onBehalfOf = account.accountId;
    const made = await partner('POST', '/discount-codes', {
      body: { code: 'PASANGAN', type: 'fixed', value: 25_000, currency: 'IDR' },
      onBehalfOf,
    });
    expect(made.data.accountId).toBe(account.accountId);
    for (const orderId of ['a', 'b']) {
      const body = { code: 'PASANGAN', orderId, subtotal: 250_000, currency: 'IDR' };
      expect((await partner('POST', '/discount-codes/redeem', { body, onBehalfOf })).status).toBe(201);
    }
    expect((await partner('GET', '/admin/partner/usage?partner=storlaunch')).data).toEqual({
      partner: 'storlaunch',
      accounts: [
        {
          accountId: account.accountId,
          currency: 'IDR',
          redemptions: 2,
          discountAmount: 50_000,
          discountShipping: 0,
          feeAmount: 1_350,
        },
      ],
    });
    const before = new Date(service.now() - 1_000).toISOString();
    const earlier = await partner('GET', `/admin/partner/usage?partner=storlaunch&to=${before}`);
    expect(earlier.data.accounts).toEqual([]);
  });

  it('need the platform scope', async () => {
    const answer = await ripllo('POST', '/admin/workspaces', { body: account });
    expect([answer.status, answer.error?.code]).toEqual([403, 'FORBIDDEN']);
  });
});
