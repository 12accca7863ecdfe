import { basisPointsToPercent, percentOf, percentToBasisPoints } from '../../money/percent.js';
import type { DiscountKind } from './discount-kind.js';

/** A percentage of the shipping, half up. */
export const shippingPercent: DiscountKind<'shipping_percent'> = {
  lowers: 'shipping',
  rounds: true,
  fromValue: (value) => ({ type: 'shipping_percent', basisPoints: percentToBasisPoints(value) }),
  toValue: ({ basisPoints }) => basisPointsToPercent(basisPoints),
  amountOff: ({ basisPoints }, base) => percentOf(base, basisPoints),
};
