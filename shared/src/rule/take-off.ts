import { allocate } from '../money/allocate.js';
import type { Balance } from './balance.js';
import type { Cart } from './cart.js';
import { kindOf } from './discount-types/registry.js';
import type { Rule } from './rule.js';
import { scopes } from './scopes/registry.js';

/** What is left of a balance after a code whose checks have passed. */
export function takeOff(rule: Rule, cart: Cart, balance: Balance): Balance {
  const { lines, shipping } = balance;
  if (kindOf(rule.discount.type).lowers === 'shipping') {
    return { lines, shipping: shipping - amountOff(rule, shipping) };
  }
  const eligible = eligibleAmounts(rule, cart, lines);
  const base = eligible.reduce((sum, amount) => sum + amount, 0);
  const shares = allocate(amountOff(rule, base), eligible);
  return { lines: lines.map((amount, index) => amount - (shares[index] ?? 0)), shipping };
}

/** What is left on each line the code looks at, 0 on the others. */
function eligibleAmounts(rule: Rule, cart: Cart, lines: readonly number[]): readonly number[] {
  if (rule.scope === 'cart') return lines;
  const looksAt = scopes[rule.scope](rule);
  return cart.lines.map((line, index) => (looksAt(line) ? (lines[index] ?? 0) : 0));
}

/**
 * The discount on `base`: by its type, then `maxDiscountAmount`, then the rounding increment, down.
 * Source: docs/decisions/0012-order-of-amounts.md.
 */
function amountOff({ discount, maxDiscountAmount, roundingIncrement }: Rule, base: number): number {
  const kind = kindOf(discount.type);
  const capped = Math.min(kind.amountOff(discount, base), maxDiscountAmount ?? base);
  return kind.rounds && roundingIncrement !== null ? capped - (capped % roundingIncrement) : capped;
}
