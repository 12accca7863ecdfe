import { allocationsBetween, openBalance, type Balance } from './balance.js';
import type { Cart } from './cart.js';
import { combinationClassOf, combinationOrder } from './combination-class.js';
import type { Facts } from './facts.js';
import { firstFailure, isRule } from './first-failure.js';
import type { AppliedQuote, Figures, QuotedCode, Quote } from './quote-result.js';
import type { Candidate, Rule } from './rule.js';
import { takeOff } from './take-off.js';

/**
 * The answer for one cart and a list of codes: the only place that decides and computes. All or nothing: the first refused
 * code refuses the list. Codes apply by class (products, cart, shipping), inside a class in the given order, each on what the
 * ones before it left; every minimum is compared with the undiscounted subtotal. An empty list applies and takes nothing off.
 */
export function quote(cart: Cart, candidates: readonly Candidate[], facts: Facts): Quote {
  for (let index = 0; index < candidates.length; index += 1) {
    const failure = firstFailure(cart, candidates, index, facts);
    if (failure !== null) return { applies: false, ...failure, index, ...figures(cart, 0, 0) };
  }
  return applyAll(cart, candidates.filter(isRule));
}

function applyAll(cart: Cart, rules: readonly Rule[]): AppliedQuote {
  const opened = openBalance(cart);
  const quoted = new Map<Rule, QuotedCode>();
  let balance = opened;
  for (const turn of combinationOrder) {
    for (const rule of rules) {
      if (combinationClassOf(rule) !== turn) continue;
      const left = takeOff(rule, cart, balance);
      quoted.set(rule, quoteCode(rule, cart, balance, left));
      balance = left;
    }
  }
  return {
    applies: true,
    codes: rules.flatMap((rule) => quoted.get(rule) ?? []),
    allocations: allocationsBetween(cart, opened, balance),
    ...figures(cart, itemsBetween(opened, balance), opened.shipping - balance.shipping),
  };
}

function quoteCode({ id, code, version }: Rule, cart: Cart, before: Balance, after: Balance): QuotedCode {
  return {
    id,
    code,
    version,
    discountAmount: itemsBetween(before, after),
    shippingDiscount: before.shipping - after.shipping,
    allocations: allocationsBetween(cart, before, after),
  };
}

function itemsBetween(before: Balance, after: Balance): number {
  return before.lines.reduce((sum, amount, index) => sum + amount - (after.lines[index] ?? 0), 0);
}

function figures(cart: Cart, discountAmount: number, shippingDiscount: number): Figures {
  const { currency, subtotal, shippingAmount } = cart;
  const total = subtotal + shippingAmount - discountAmount - shippingDiscount;
  return { currency, subtotal, shippingAmount, discountAmount, shippingDiscount, total };
}
