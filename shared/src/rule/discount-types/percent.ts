import { basisPointsToPercent, percentOf, percentToBasisPoints } from '../../money/percent.js';
import type { DiscountKind } from './discount-kind.js';

/** A percentage of the eligible lines, half up on their total. */
export const percent: DiscountKind<'percent'> = {
  lowers: 'items',
  rounds: true,
  fromValue: (value) => ({ type: 'percent', basisPoints: percentToBasisPoints(value) }),
  toValue: ({ basisPoints }) => basisPointsToPercent(basisPoints),
  amountOff: ({ basisPoints }, base) => percentOf(base, basisPoints),
};
