import type { Cart, CartLine } from '../src/rule/cart.js';
import type { CodeFacts } from '../src/rule/facts.js';
import type { Rule } from '../src/rule/rule.js';

/** A ten per cent code without a condition, changed as told. */
export function plainRule(changes: Partial<Rule> = {}): Rule {
  return {
    id: 'disc_1',
    code: 'TEN',
    version: 1,
    title: null,
    discount: { type: 'percent', basisPoints: 1_000 },
    currency: null,
    scope: 'cart',
    productIds: [],
    tagFilter: [],
    minPurchaseAmount: null,
    maxDiscountAmount: null,
    regions: null,
    combinesWith: [],
    startsAt: null,
    expiresAt: null,
    customerEligibility: 'all',
    hasCustomerLimit: false,
    roundingIncrement: null,
    ...changes,
  };
}

/** World facts in which nothing stands against a code, changed as told. */
export function plainFacts(changes: Partial<CodeFacts> = {}): CodeFacts {
  return {
    active: true,
    usesLeft: null,
    customerKnown: true,
    customerUsesLeft: null,
    customerIsNew: true,
    ...changes,
  };
}

/** A rupiah cart of these lines; a line is one unit of product `p` at 10,000 unless told otherwise. */
export function plainCart(lines: readonly Partial<CartLine>[], shippingAmount = 0): Cart {
  const whole = lines.map((line, index) => ({
    lineId: String(index + 1),
    productId: 'p',
    tags: [],
    quantity: 1,
    unitAmount: 10_000,
    ...line,
  }));
  const subtotal = whole.reduce((sum, line) => sum + line.quantity * line.unitAmount, 0);
  return { currency: 'IDR', lines: whole, subtotal, shippingAmount, region: null };
}
