import type { Cart } from './cart.js';
import type { Facts } from './facts.js';
import { quote } from './quote.js';
import type { Quote } from './quote-result.js';
import type { Rule } from './rule.js';

/** One code on its own, with what it gives. */
export interface RankedRule {
  readonly rule: Rule;
  readonly quote: Quote;
  /** Items and shipping together, minor units; 0 where it does not apply. */
  readonly saving: number;
}

/**
 * The codes, each quoted alone, by what the shopper really saves on this cart: the largest saving first, those that do not
 * apply last, ties as given.
 */
export function bestOf(rules: readonly Rule[], cart: Cart, facts: Facts): RankedRule[] {
  return rules
    .map((rule): RankedRule => {
      const answer = quote(cart, [rule], facts);
      return { rule, quote: answer, saving: answer.discountAmount + answer.shippingDiscount };
    })
    .sort((a, b) => Number(b.quote.applies) - Number(a.quote.applies) || b.saving - a.saving);
}
