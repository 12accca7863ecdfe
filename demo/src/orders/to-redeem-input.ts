import type { RedeemInput } from '@hemat/shared/schemas';
import type { Order } from './order.js';

/** What the service needs to count an order's codes: enough to judge them anew where the lock has run out. */
export function toRedeemInput(order: Order): RedeemInput {
  return {
    orderId: order.id,
    codes: order.codes.map(({ code }) => code),
    customerId: order.customerId,
    currency: 'IDR',
    lineItems: order.lines.map(({ productId, tags, quantity, unitAmount }) => ({
      lineId: productId,
      productId,
      tags: [...tags],
      quantity,
      unitAmount,
    })),
    shippingAmount: order.shippingAmount,
    region: order.region,
  };
}
