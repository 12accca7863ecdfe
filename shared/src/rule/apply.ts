import { allocate } from '../money/allocate.js';
import type { Cart } from './cart.js';
import { kindOf } from './discount-types/registry.js';
import type { Allocation, QuotedCode } from './quote-result.js';
import type { Rule } from './rule.js';
import { scopes } from './scopes/registry.js';

/** What earlier codes have left to take from, minor units; `apply` lowers it. */
export interface Balance {
  /** By line; a cart without lines has one, its subtotal. */
  lines: number[];
  shipping: number;
}

/** The balance of a cart before any code. */
export function openBalance(cart: Cart): Balance {
  const lines = cart.lines.map((line) => line.quantity * line.unitAmount);
  return { lines: lines.length === 0 ? [cart.subtotal] : lines, shipping: cart.shippingAmount };
}

/** Takes one code off the balance and says what it took from where. The code's checks have passed. */
export function apply(rule: Rule, cart: Cart, balance: Balance): QuotedCode {
  const { id, code, version } = rule;
  if (kindOf(rule.discount.type).lowers === 'shipping') {
    const shippingDiscount = amountOff(rule, balance.shipping);
    balance.shipping -= shippingDiscount;
    return { id, code, version, discountAmount: 0, shippingDiscount, allocations: [] };
  }
  const eligible = eligibleAmounts(rule, cart, balance);
  const discountAmount = amountOff(rule, sumOf(eligible));
  const shares = allocate(discountAmount, eligible);
  balance.lines = balance.lines.map((left, index) => left - (shares[index] ?? 0));
  return { id, code, version, discountAmount, shippingDiscount: 0, allocations: nameShares(cart, shares) };
}

/** The discount on `base`: by its type, then `maxDiscountAmount`, then the rounding increment, down. */
function amountOff({ discount, maxDiscountAmount, roundingIncrement }: Rule, base: number): number {
  const kind = kindOf(discount.type);
  const capped = Math.min(kind.amountOff(discount, base), maxDiscountAmount ?? base);
  return kind.rounds && roundingIncrement !== null ? capped - (capped % roundingIncrement) : capped;
}

/** What is left on each line the code looks at, 0 on the others. */
function eligibleAmounts(rule: Rule, cart: Cart, balance: Balance): readonly number[] {
  if (rule.scope === 'cart') return balance.lines;
  const looksAt = scopes[rule.scope](rule);
  return cart.lines.map((line, index) => (looksAt(line) ? (balance.lines[index] ?? 0) : 0));
}

function sumOf(amounts: readonly number[]): number {
  let sum = 0;
  for (const amount of amounts) sum += amount;
  return sum;
}

/** The shares above zero with their lines; none for a cart without lines. */
function nameShares(cart: Cart, shares: readonly number[]): Allocation[] {
  return cart.lines.flatMap(({ lineId }, index) => {
    const amount = shares[index] ?? 0;
    return amount === 0 ? [] : { lineId, amount };
  });
}
