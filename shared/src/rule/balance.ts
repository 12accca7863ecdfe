import type { Cart } from './cart.js';
import type { Allocation } from './quote-result.js';

/** What is left to take discounts from, minor units. */
export interface Balance {
  /** By line; a cart without lines has one entry, its subtotal. */
  readonly lines: readonly number[];
  readonly shipping: number;
}

/** The balance of a cart before any code. */
export function openBalance(cart: Cart): Balance {
  const lines = cart.lines.map((line) => line.quantity * line.unitAmount);
  return { lines: lines.length === 0 ? [cart.subtotal] : lines, shipping: cart.shippingAmount };
}

/** What lies between two balances of a cart's lines, by line; lines without a difference are left out. */
export function allocationsBetween(cart: Cart, before: Balance, after: Balance): Allocation[] {
  return cart.lines.flatMap(({ lineId }, index) => {
    const amount = (before.lines[index] ?? 0) - (after.lines[index] ?? 0);
    return amount === 0 ? [] : { lineId, amount };
  });
}
