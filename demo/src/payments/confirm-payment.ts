import type { ShopDeps } from '../shop-deps.js';
import { toRedeemInput } from '../orders/to-redeem-input.js';
import type { Payment, PaymentEffect } from './payment-repository.js';

/** What hearing of a payment did, or why it was not taken. */
export type Confirmation = PaymentEffect | 'unknown_order' | 'wrong_amount';

/**
 * Takes a confirmation of a payment, from whichever side and however often: the order is paid by the first, and each asks
 * the discount service to count the code, which it does once. What has to be asked is stored with the payment itself, so a
 * service that is away delays the count and never the payment.
 */
export function confirmPayment(deps: ShopDeps, heard: Omit<Payment, 'effect' | 'receivedAt'>): Confirmation {
  const { database, orders, payments, tasks } = deps;
  return database.transaction((): Confirmation => {
    const order = orders.find(heard.orderId);
    if (order === undefined) return 'unknown_order';
    if (heard.amount !== order.total) return 'wrong_amount';
    const known = payments.find(heard.id);
    if (known !== undefined) return known.effect;

    const now = deps.now();
    const isFirst = orders.move(order.id, 'awaiting_payment', 'paid', now);
    const effect = isFirst ? 'confirmed' : order.status === 'paid' ? 'repeated' : 'unexpected';
    payments.insert({ ...heard, effect, receivedAt: now });
    if (effect !== 'unexpected' && order.codes.length > 0) {
      tasks.add(order.id, { kind: 'redeem', payload: toRedeemInput(order) }, { now, dueAt: now });
    }
    return effect;
  })();
}
