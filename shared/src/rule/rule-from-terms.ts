import type { Terms } from '../schemas/terms.js';
import { kindOf } from './discount-types/registry.js';
import type { Rule } from './rule.js';

/**
 * The rule that the browser computes with, from the terms the service sent. What the service alone can judge (uses, customers)
 * is not in it. Throws a `TypeError` for a discount type this version does not know.
 */
export function ruleFromTerms(terms: Terms): Rule {
  const { type, value, startsAt, expiresAt, customerRequired, ...same } = terms;
  return {
    ...same,
    discount: kindOf(type).fromValue(value),
    startsAt: startsAt === null ? null : Date.parse(startsAt),
    expiresAt: expiresAt === null ? null : Date.parse(expiresAt),
    hasCustomerLimit: customerRequired,
  };
}
