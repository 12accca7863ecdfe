import type { Terms } from '../schemas/terms.js';
import { kindOf } from './discount-types/registry.js';
import type { Rule } from './rule.js';

/** What of a rule the browser may know, in wire units: percent, ISO 8601. */
export function termsFromRule(rule: Rule): Terms {
  const { type } = rule.discount;
  return {
    id: rule.id,
    code: rule.code,
    version: rule.version,
    title: rule.title,
    type,
    value: kindOf(type).toValue(rule.discount),
    currency: rule.currency,
    scope: rule.scope,
    productIds: [...rule.productIds],
    tagFilter: [...rule.tagFilter],
    minPurchaseAmount: rule.minPurchaseAmount,
    maxDiscountAmount: rule.maxDiscountAmount,
    regions: rule.regions && [...rule.regions],
    combinesWith: [...rule.combinesWith],
    startsAt: toInstant(rule.startsAt),
    expiresAt: toInstant(rule.expiresAt),
    customerEligibility: rule.customerEligibility,
    customerRequired: rule.hasCustomerLimit || rule.customerEligibility !== 'all',
    roundingIncrement: rule.roundingIncrement,
  };
}

function toInstant(epochMs: number | null): string | null {
  return epochMs === null ? null : new Date(epochMs).toISOString();
}
