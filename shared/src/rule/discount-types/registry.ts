import type { DiscountType } from '../rule.js';
import type { DiscountKind } from './discount-kind.js';
import { fixed } from './fixed.js';
import { percent } from './percent.js';
import { shippingFixed } from './shipping-fixed.js';
import { shippingPercent } from './shipping-percent.js';

const discountTypes: { readonly [T in DiscountType]: DiscountKind<T> } = {
  percent,
  fixed,
  shipping_percent: shippingPercent,
  shipping_fixed: shippingFixed,
};

/**
 * What a discount type means. One that this version does not know has no meaning: whoever uses it throws a `TypeError`, so that
 * no amount is guessed.
 */
export function kindOf<T extends DiscountType>(type: T): DiscountKind<T> {
  return discountTypes[type];
}
