import type { ShopDeps } from '../shop-deps.js';
import type { Order } from './order.js';
import type { RefundPreview } from './preview-refund.js';

/**
 * Makes a refund that was previewed; false when the order changed since. The last one closes the order and gives the codes'
 * uses back.
 */
export function refundOrder(deps: ShopDeps, order: Order, preview: RefundPreview): boolean {
  const { database, orders, refunds, tasks } = deps;
  return database.transaction(() => {
    const now = deps.now();
    if (orders.find(order.id)?.status !== 'paid') return false;
    const isNext = refunds.listOfOrder(order.id).length === preview.sequence;
    if (!isNext) return false;
    const lines = preview.lines.map(({ line, quantity }) => ({ lineId: line.productId, quantity }));
    const { sequence, amount } = preview;
    refunds.insert({ orderId: order.id, sequence, lines, amount, createdAt: now });
    if (!preview.isComplete) return true;
    orders.move(order.id, 'paid', 'refunded', now);
    for (const { redemptionId } of order.codes) {
      tasks.add(order.id, { kind: 'reverse', payload: { redemptionId } }, { now, dueAt: now });
    }
    return true;
  })();
}
