import type { Check } from './check.js';

/** The undiscounted item subtotal, without shipping, reaches the minimum. */
export const minPurchaseNotMet: Check = ({ rule: { minPurchaseAmount }, cart: { subtotal } }) =>
  minPurchaseAmount !== null && subtotal < minPurchaseAmount
    ? [{ kind: 'minPurchase', shortBy: minPurchaseAmount - subtotal }]
    : null;
