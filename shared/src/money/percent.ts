/** Whether `percent` is one a code may give: 0.01 … 100 with at most two decimals. */
export function isPercent(percent: number): boolean {
  return percent >= 0.01 && percent <= 100 && basisPointsToPercent(percentToBasisPoints(percent)) === percent;
}

/** Basis points of a percentage with at most two decimals: 10.5 → 1050. */
export function percentToBasisPoints(percent: number): number {
  return Math.round(percent * 100);
}

/** The percentage of whole basis points: 1050 → 10.5. */
export function basisPointsToPercent(basisPoints: number): number {
  return basisPoints / 100;
}

/**
 * `floor((base × basisPoints + 5000) / 10000)`: a percentage of an amount, half up, in minor units.
 * Exact for every base below 2^53 and 0 … 10000 basis points: the base is split at 10^4, so no product leaves 2^53.
 */
export function percentOf(base: number, basisPoints: number): number {
  const rest = base % 10_000;
  return ((base - rest) / 10_000) * basisPoints + Math.floor((rest * basisPoints + 5_000) / 10_000);
}
