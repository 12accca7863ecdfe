import type { ShopDeps } from '../shop-deps.js';
import type { Order } from '../orders/order.js';
import { toRedeemInput } from '../orders/to-redeem-input.js';
import type { Payment, PaymentEffect } from './payment-repository.js';

/** What hearing of a payment did, or why it was not taken. */
export type Confirmation = PaymentEffect | 'unknown_order' | 'wrong_amount';

/**
 * Takes a confirmation of a payment, from whichever side and however often: the order is paid by the first, and each new payment
 * asks the discount service to count the code, which it does once. What has to be asked is stored with the payment itself, so
 * that a service that is away delays the count and never the payment.
 */
export function confirmPayment(deps: ShopDeps, heard: Omit<Payment, 'effect' | 'receivedAt'>): Confirmation {
  const { database, orders, payments } = deps;
  return database.transaction((): Confirmation => {
    const order = orders.find(heard.orderId);
    if (order === undefined) return 'unknown_order';
    if (heard.amount !== order.total) return 'wrong_amount';
    const now = deps.now();
    const isKnown = payments.listOfOrder(order.id).some(({ paymentId }) => paymentId === heard.paymentId);
    const effect = isKnown ? 'repeated' : takeNew(deps, order, now);
    payments.insert({ ...heard, effect, receivedAt: now });
    return effect;
  })();
}

function takeNew({ orders, tasks }: ShopDeps, order: Order, now: number): PaymentEffect {
  const isFirst = orders.move(order.id, 'awaiting_payment', 'paid', now);
  if (!isFirst && order.status !== 'paid') return 'unexpected';
  if (order.codes.length > 0) {
    tasks.add(order.id, { kind: 'redeem', payload: toRedeemInput(order) }, { now, dueAt: now });
  }
  return isFirst ? 'confirmed' : 'repeated';
}
