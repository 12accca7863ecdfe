import type { Cart, CartLine } from '../src/rule/cart.js';
import type { Facts } from '../src/rule/facts.js';
import type { Candidate, Rule } from '../src/rule/rule.js';

/** What the oracle says of a cart: the reason and its code's place, or every amount. */
export type OracleAnswer =
  | { readonly reason: string; readonly index: number }
  | {
      readonly items: readonly bigint[];
      readonly shipping: readonly bigint[];
      readonly lines: readonly (readonly bigint[])[];
      readonly total: bigint;
    };

/**
 * The domain page once more, written without looking at the engine: BigInt throughout, one sentence of the page after another,
 * nothing shared with the code under test but its types.
 */
export function askOracle(cart: Cart, codes: readonly Candidate[], facts: Facts): OracleAnswer {
  for (const [index, code] of codes.entries()) {
    if ('unknown' in code) return { reason: 'CODE_NOT_FOUND', index };
    const reason = whyNot(cart, code, facts) ?? whyNotBeside(code, codes.slice(0, index) as Rule[]);
    if (reason !== null) return { reason, index };
  }
  return calculate(cart, codes as Rule[]);
}

function whyNot(cart: Cart, rule: Rule, facts: Facts): string | null {
  const world = Object.hasOwn(facts.codes, rule.id) ? facts.codes[rule.id] : undefined;
  if (world && !world.active) return 'INACTIVE';
  if (rule.startsAt !== null && facts.now < rule.startsAt) return 'NOT_YET_VALID';
  if (rule.expiresAt !== null && !(facts.now < rule.expiresAt)) return 'EXPIRED';
  if (world && world.usesLeft !== null && world.usesLeft < 1) return 'MAX_USES_REACHED';
  if (world && rule.hasCustomerLimit && !world.customerKnown) return 'CUSTOMER_REQUIRED';
  if (world && rule.customerEligibility !== 'all' && world.customerIsNew === null) return 'CUSTOMER_REQUIRED';
  if (world && world.customerUsesLeft !== null && world.customerUsesLeft < 1) return 'CUSTOMER_LIMIT_REACHED';
  if (world && rule.customerEligibility === 'new' && world.customerIsNew === false)
    return 'CUSTOMER_NOT_ELIGIBLE';
  if (world && rule.customerEligibility === 'returning' && world.customerIsNew === true)
    return 'CUSTOMER_NOT_ELIGIBLE';
  if (rule.currency !== null && rule.currency !== cart.currency) return 'CURRENCY_MISMATCH';
  if (rule.regions !== null && !rule.regions.some((entry) => liesIn(cart.region, entry)))
    return 'REGION_MISMATCH';
  if (rule.minPurchaseAmount !== null && subtotalOf(cart) < BigInt(rule.minPurchaseAmount))
    return 'MIN_PURCHASE_NOT_MET';
  if (rule.scope !== 'cart' && !cart.lines.some((line) => matches(rule, line))) return 'SCOPE_MISMATCH';
  return null;
}

function whyNotBeside(rule: Rule, earlier: readonly Rule[]): string | null {
  for (const other of earlier) {
    if (other.id === rule.id) return 'NOT_COMBINABLE';
    if (!other.combinesWith.some((allowed) => allowed === classOf(rule))) return 'NOT_COMBINABLE';
    if (!rule.combinesWith.some((allowed) => allowed === classOf(other))) return 'NOT_COMBINABLE';
  }
  return null;
}

function liesIn(region: string | null, entry: string): boolean {
  if (region === null) return false;
  return region === entry || (region.split('-')[0] === entry && !entry.includes('-'));
}

function classOf(rule: Rule): 'cart' | 'products' | 'shipping' {
  if (rule.discount.type === 'shipping_percent' || rule.discount.type === 'shipping_fixed') return 'shipping';
  if (rule.scope === 'cart') return 'cart';
  return 'products';
}

function matches(rule: Rule, line: CartLine): boolean {
  if (rule.scope === 'products') return rule.productIds.some((id) => id === line.productId);
  if (rule.scope === 'tags')
    return rule.tagFilter.some((wanted) => line.tags.some((worn) => worn === wanted));
  return true;
}

function subtotalOf(cart: Cart): bigint {
  if (cart.lines.length === 0) return BigInt(cart.subtotal);
  return cart.lines.reduce((sum, line) => sum + BigInt(line.quantity) * BigInt(line.unitAmount), 0n);
}

function calculate(cart: Cart, rules: readonly Rule[]): OracleAnswer {
  const bare = cart.lines.length === 0;
  const left = bare
    ? [BigInt(cart.subtotal)]
    : cart.lines.map((line) => BigInt(line.quantity) * BigInt(line.unitAmount));
  let shippingLeft = BigInt(cart.shippingAmount);
  const items = rules.map(() => 0n);
  const shipping = rules.map(() => 0n);
  const lines = rules.map(() => cart.lines.map(() => 0n));
  for (const turn of ['products', 'cart', 'shipping']) {
    rules.forEach((rule, place) => {
      if (classOf(rule) !== turn) return;
      if (turn === 'shipping') {
        shipping[place] = amountOf(rule, shippingLeft);
        shippingLeft -= shipping[place] ?? 0n;
        return;
      }
      const weights = left.map((amount, i) => {
        const line = cart.lines[i];
        return bare || (line !== undefined && matches(rule, line)) ? amount : 0n;
      });
      const amount = amountOf(
        rule,
        weights.reduce((a, b) => a + b, 0n),
      );
      const shares = divide(amount, weights);
      shares.forEach((share, i) => (left[i] = (left[i] ?? 0n) - share));
      items[place] = amount;
      lines[place] = bare ? [] : shares;
    });
  }
  return { items, shipping, lines, total: left.reduce((a, b) => a + b, 0n) + shippingLeft };
}

function amountOf(rule: Rule, base: bigint): bigint {
  if ('amount' in rule.discount) {
    const value = BigInt(rule.discount.amount);
    return least(value, base, rule.maxDiscountAmount);
  }
  const exact = (base * BigInt(rule.discount.basisPoints) + 5_000n) / 10_000n;
  const capped = least(exact, base, rule.maxDiscountAmount);
  if (rule.roundingIncrement === null) return capped;
  return (capped / BigInt(rule.roundingIncrement)) * BigInt(rule.roundingIncrement);
}

function least(amount: bigint, base: bigint, cap: number | null): bigint {
  let answer = amount < base ? amount : base;
  if (cap !== null && BigInt(cap) < answer) answer = BigInt(cap);
  return answer;
}

/** Largest remainder, one unit at a time. */
function divide(total: bigint, weights: readonly bigint[]): bigint[] {
  const sum = weights.reduce((a, b) => a + b, 0n);
  if (sum === 0n) return weights.map(() => 0n);
  const shares = weights.map((weight) => (total * weight) / sum);
  const rests = weights.map((weight) => (total * weight) % sum);
  for (let missing = total - shares.reduce((a, b) => a + b, 0n); missing > 0n; missing -= 1n) {
    let best = 0;
    rests.forEach((rest, i) => {
      if (rest > (rests[best] ?? 0n)) best = i;
    });
    shares[best] = (shares[best] ?? 0n) + 1n;
    rests[best] = -1n;
  }
  return shares;
}
