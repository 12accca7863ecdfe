import type { Check } from './check.js';

/** The code has started; its first moment counts. */
export const notYetValid: Check = ({ rule, now }) =>
  rule.startsAt !== null && now < rule.startsAt ? [{ kind: 'startsAt', at: rule.startsAt }] : null;
