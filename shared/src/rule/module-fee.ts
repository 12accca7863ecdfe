import { percentOf } from '../money/percent.js';

/** The module's fee on an order, minor units: basis points of its net total, half up. */
export function moduleFee(netTotal: number, basisPoints: number): number {
  return percentOf(netTotal, basisPoints);
}
