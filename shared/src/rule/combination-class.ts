import { kindOf } from './discount-types/registry.js';
import type { CombinationClass, Rule } from './rule.js';

/** The order in which classes are applied: each sees what the ones before it left. */
export const combinationOrder: readonly CombinationClass[] = ['products', 'cart', 'shipping'];

/** The class of a rule when codes are combined. */
export function combinationClassOf(rule: Rule): CombinationClass {
  if (kindOf(rule.discount.type).lowers === 'shipping') return 'shipping';
  return rule.scope === 'cart' ? 'cart' : 'products';
}

/**
 * Whether two codes may stand beside each other: each allows the other's class, and they are not the same code.
 * Source: docs/decisions/0013-combining-codes.md.
 */
export function mayCombine(one: Rule, other: Rule): boolean {
  return (
    one.id !== other.id &&
    one.combinesWith.includes(combinationClassOf(other)) &&
    other.combinesWith.includes(combinationClassOf(one))
  );
}
