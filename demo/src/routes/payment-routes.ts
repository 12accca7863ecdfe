import { Hono } from 'hono';
import { newSecretId } from '../new-id.js';
import { confirmPayment } from '../payments/confirm-payment.js';
import { paymentEvent, type PaymentEvent } from '../payments/payment-event.js';
import { isSignedWebhook, signatureHeader, signWebhook } from '../payments/webhook-signature.js';
import type { ShopDeps } from '../shop-deps.js';
import type { ShopEnv } from '../visit.js';

/** What the payment routes need besides. */
export interface PaymentDeps extends ShopDeps {
  /** Shared with the payment gateway. */
  readonly webhookSecret: string;
}

/** `POST /webhooks/payment` for the gateway; `POST /orders/:id/mark-paid` and `/simulate-webhook` for the owner. */
export function paymentRoutes(deps: PaymentDeps) {
  const { orders, webhookSecret, now } = deps;
  const routes = new Hono<ShopEnv>();
  routes.post('/webhooks/payment', async (c) => {
    const body = await c.req.text();
    const signed = { body, header: c.req.header(signatureHeader) };
    if (!isSignedWebhook(webhookSecret, signed, now())) return c.json({ error: 'BAD_SIGNATURE' }, 401);
    const event = readEvent(body);
    if (event === undefined) return c.json({ error: 'VALIDATION_ERROR' }, 400);
    const { paymentId, orderId, amount } = event;
    const effect = confirmPayment(deps, { paymentId, orderId, amount, source: 'webhook' });
    if (effect === 'unknown_order') return c.json({ error: 'NOT_FOUND' }, 404);
    if (effect === 'wrong_amount') return c.json({ error: 'WRONG_AMOUNT' }, 422);
    await deps.tellService();
    return c.json({ received: true, effect });
  });
  routes.post('/orders/:id/mark-paid', async (c) => {
    const order = orders.find(c.req.param('id'));
    if (order === undefined) return c.notFound();
    const { id: orderId, total: amount } = order;
    confirmPayment(deps, { paymentId: newSecretId('hand'), orderId, amount, source: 'by_hand' });
    await deps.tellService();
    return c.redirect(`/orders/${orderId}`, 303);
  });
  routes.post('/orders/:id/simulate-webhook', async (c) => {
    const order = orders.find(c.req.param('id'));
    if (order === undefined) return c.notFound();
    const { id: orderId, total: amount } = order;
    const paymentId = `gateway_${orderId}`;
    const event: PaymentEvent = { type: 'payment.settled', paymentId, orderId, amount, currency: 'IDR' };
    const body = JSON.stringify(event);
    await routes.request('/webhooks/payment', {
      method: 'POST',
      body,
      headers: { [signatureHeader]: signWebhook(webhookSecret, body, now()) },
    });
    return c.redirect(`/orders/${orderId}`, 303);
  });
  return routes;
}

function readEvent(body: string): PaymentEvent | undefined {
  try {
    return paymentEvent.safeParse(JSON.parse(body)).data;
  } catch {
    return undefined;
  }
}
