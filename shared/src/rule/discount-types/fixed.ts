import type { DiscountKind } from './discount-kind.js';

/** One flat amount per order off the eligible lines, never per unit. */
export const fixed: DiscountKind<'fixed'> = {
  lowers: 'items',
  rounds: false,
  fromValue: (value) => ({ type: 'fixed', amount: value }),
  toValue: ({ amount }) => amount,
  amountOff: ({ amount }, base) => Math.min(amount, base),
};
