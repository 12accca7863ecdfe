import { apply, openBalance } from './apply.js';
import type { Cart } from './cart.js';
import { combinationClassOf, combinationOrder } from './combination-class.js';
import type { Facts } from './facts.js';
import { firstFailure, isRule, type Failure } from './first-failure.js';
import type { AppliedQuote, Allocation, QuotedCode, Quote, RefusedQuote } from './quote-result.js';
import type { Candidate, Rule } from './rule.js';

/**
 * The answer for one cart and a list of codes: the only place that decides and computes. All or nothing: the first refused
 * code refuses the list. Codes apply by class (products, cart, shipping), inside a class in the given order, each on what the
 * ones before it left; every minimum is compared with the undiscounted subtotal. Without codes it applies and takes nothing off.
 */
export function quote(cart: Cart, candidates: readonly Candidate[], facts: Facts): Quote {
  for (let index = 0; index < candidates.length; index += 1) {
    const failure = firstFailure(cart, candidates, index, facts);
    if (failure !== null) return refuse(cart, index, failure);
  }
  return settle(cart, quoteCodes(cart, candidates.filter(isRule)));
}

function quoteCodes(cart: Cart, rules: readonly Rule[]): QuotedCode[] {
  const balance = openBalance(cart);
  const quoted = new Map<Rule, QuotedCode>();
  for (const turn of combinationOrder) {
    for (const rule of rules)
      if (combinationClassOf(rule) === turn) quoted.set(rule, apply(rule, cart, balance));
  }
  return rules.flatMap((rule) => quoted.get(rule) ?? []);
}

function settle(cart: Cart, codes: readonly QuotedCode[]): AppliedQuote {
  let discountAmount = 0;
  let shippingDiscount = 0;
  for (const code of codes) {
    discountAmount += code.discountAmount;
    shippingDiscount += code.shippingDiscount;
  }
  const { currency, subtotal, shippingAmount } = cart;
  return {
    applies: true,
    codes,
    allocations: sumByLine(cart, codes),
    currency,
    subtotal,
    shippingAmount,
    discountAmount,
    shippingDiscount,
    total: subtotal + shippingAmount - discountAmount - shippingDiscount,
  };
}

function sumByLine(cart: Cart, codes: readonly QuotedCode[]): readonly Allocation[] {
  const bearing = codes.filter((code) => code.allocations.length > 0);
  if (bearing.length <= 1) return bearing[0]?.allocations ?? [];
  const sums = new Map<string, number>();
  for (const code of bearing) {
    for (const { lineId, amount } of code.allocations) sums.set(lineId, (sums.get(lineId) ?? 0) + amount);
  }
  return cart.lines.flatMap(({ lineId }) => {
    const amount = sums.get(lineId);
    return amount === undefined ? [] : { lineId, amount };
  });
}

function refuse(cart: Cart, index: number, { reason, missing }: Failure): RefusedQuote {
  const { currency, subtotal, shippingAmount } = cart;
  return {
    applies: false,
    reason,
    index,
    missing,
    currency,
    subtotal,
    shippingAmount,
    discountAmount: 0,
    shippingDiscount: 0,
    total: subtotal + shippingAmount,
  };
}
