import { nothingToDo, type Check } from './check.js';

/** The customer is of the kind the code is for. */
export const customerNotEligible: Check = ({ rule, facts }) => {
  if (rule.customerEligibility === 'all' || facts === undefined || facts.customerIsNew === null) return null;
  return facts.customerIsNew === (rule.customerEligibility === 'new') ? null : nothingToDo;
};
