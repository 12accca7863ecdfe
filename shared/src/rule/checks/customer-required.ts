import type { Check } from './check.js';

/** The customer is known as far as the rule asks: by name for a cap per customer, as new or returning for eligibility. */
export const customerRequired: Check = ({ rule, facts }) => {
  if (facts === undefined) return null;
  const unnamed = rule.hasCustomerLimit && !facts.customerKnown;
  const unsorted = rule.customerEligibility !== 'all' && facts.customerIsNew === null;
  return unnamed || unsorted ? [{ kind: 'customer' }] : null;
};
