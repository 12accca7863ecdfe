import type { DiscountKind } from './discount-kind.js';

/** A flat amount off the shipping. */
export const shippingFixed: DiscountKind<'shipping_fixed'> = {
  lowers: 'shipping',
  rounds: false,
  fromValue: (value) => ({ type: 'shipping_fixed', amount: value }),
  toValue: ({ amount }) => amount,
  amountOff: ({ amount }, base) => Math.min(amount, base),
};
