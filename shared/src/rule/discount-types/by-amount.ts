import type { DiscountKind } from './discount-kind.js';

/** A type whose value is a flat amount in minor units, as far as what it lowers reaches. */
export function byAmount<T extends 'fixed' | 'shipping_fixed'>(
  type: T,
  lowers: DiscountKind<T>['lowers'],
): DiscountKind<T> {
  return {
    lowers,
    rounds: false,
    fromValue: (value) => ({ type, amount: value }),
    toValue: ({ amount }) => amount,
    amountOff: ({ amount }, base) => Math.min(amount, base),
  };
}
