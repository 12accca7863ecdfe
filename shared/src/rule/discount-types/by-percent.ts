import { basisPointsToPercent, percentOf, percentToBasisPoints } from '../../money/percent.js';
import type { DiscountKind } from './discount-kind.js';

/** A type whose value is a percentage, half up on what it lowers. */
export function byPercent<T extends 'percent' | 'shipping_percent'>(
  type: T,
  lowers: DiscountKind<T>['lowers'],
): DiscountKind<T> {
  return {
    lowers,
    rounds: true,
    fromValue: (value) => ({ type, basisPoints: percentToBasisPoints(value) }),
    toValue: ({ basisPoints }) => basisPointsToPercent(basisPoints),
    amountOff: ({ basisPoints }, base) => percentOf(base, basisPoints),
  };
}
