import type { Order, OrderLine } from './order.js';
import type { Refund } from './refund-repository.js';

/** One line of an order with the units that are still with the shopper. */
export interface LineLeft {
  readonly line: OrderLine;
  /** Units refunded so far. */
  readonly refunded: number;
  /** Units not refunded yet. */
  readonly left: number;
}

/** What each line of an order still holds after its refunds. */
export function unitsLeft(order: Order, refunds: readonly Refund[]): LineLeft[] {
  return order.lines.map((line) => {
    const refunded = refunds
      .flatMap(({ lines }) => lines)
      .filter(({ lineId }) => lineId === line.productId)
      .reduce((sum, { quantity }) => sum + quantity, 0);
    return { line, refunded, left: line.quantity - refunded };
  });
}
