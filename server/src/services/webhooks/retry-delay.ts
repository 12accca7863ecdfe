const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;

/** After each failure of a delivery but the last, ms: with the first attempt, ten in 75 hours and a half (Standard Webhooks). */
const delays = [
  5 * second,
  5 * minute,
  30 * minute,
  2 * hour,
  5 * hour,
  10 * hour,
  14 * hour,
  20 * hour,
  24 * hour,
] as const;

/** Share of a delay by which it may be longer, so that what failed together does not come back together. */
const jitter = 0.1;

/** How long to wait after the `failures`th failure in a row, ms; null when that was the last. `random` is 0 … 1. */
export function retryDelay(failures: number, random: number): number | null {
  const delay = delays[failures - 1];
  return delay === undefined ? null : Math.round(delay * (1 + jitter * random));
}
