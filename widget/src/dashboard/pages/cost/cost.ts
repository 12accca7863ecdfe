import { quote, type Rule } from '@hemat/shared';
import type { PastOrder } from './past-order.js';

/** What a rule would have cost on past orders; amounts in minor units of the currency it was counted in. */
export interface Cost {
  /** Orders that were read. */
  readonly orders: number;
  /** Orders that would have had the discount. */
  readonly touched: number;
  readonly discount: number;
  /** What the touched orders came to before. */
  readonly gross: number;
  /** In other currencies than the one that is counted in: left out. */
  readonly otherCurrency: number;
  readonly byDay: ReadonlyMap<string, DayCost>;
}

/** One day of it. */
export interface DayCost {
  readonly touched: number;
  readonly discount: number;
}

/** Nothing counted yet. */
export const noCost: Cost = {
  orders: 0,
  touched: 0,
  discount: 0,
  gross: 0,
  otherCurrency: 0,
  byDay: new Map(),
};

/** How a rule is tried: in which currency, and at which moment of its life (epoch ms). */
export interface Trial {
  readonly rule: Rule;
  readonly currency: string;
  readonly now: number;
}

/** Adds orders to a cost, each judged by the engine that decides at checkout; uses and customers are left out. */
export function addOrders(cost: Cost, orders: readonly PastOrder[], { rule, currency, now }: Trial): Cost {
  const byDay = new Map(cost.byDay);
  let { touched, discount, gross, otherCurrency } = cost;
  for (const { cart, day } of orders) {
    if (cart.currency !== currency) {
      otherCurrency += 1;
      continue;
    }
    const result = quote(cart, [rule], { now, codes: {} });
    const off = result.discountAmount + result.shippingDiscount;
    if (off === 0) continue;
    touched += 1;
    discount += off;
    gross += cart.subtotal + cart.shippingAmount;
    const before = byDay.get(day) ?? { touched: 0, discount: 0 };
    byDay.set(day, { touched: before.touched + 1, discount: before.discount + off });
  }
  return { orders: cost.orders + orders.length, touched, discount, gross, otherCurrency, byDay };
}
