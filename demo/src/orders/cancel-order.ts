import type { ShopDeps } from '../shop-deps.js';

/** Cancels an order that is not paid yet and gives its codes back; false when it is past that. */
export function cancelOrder({ database, orders, tasks, now }: ShopDeps, orderId: string): boolean {
  return database.transaction(() => {
    const order = orders.find(orderId);
    if (order === undefined || !orders.move(orderId, 'awaiting_payment', 'cancelled', now())) return false;
    if (order.codes.length > 0) {
      tasks.add(orderId, { kind: 'release', payload: { orderId } }, { now: now(), dueAt: now() });
    }
    return true;
  })();
}
