const firstPauseMs = 1000;
const longestPauseMs = 5 * 60_000;

/** Milliseconds to wait after `attempts` failed tries: 1 s, doubled each time up to 5 minutes, spread by ±20 % with `random` (0 … 1). */
export function backoff(attempts: number, random: number): number {
  const pause = Math.min(firstPauseMs * 2 ** Math.min(attempts - 1, 20), longestPauseMs);
  return Math.round(pause * (0.8 + 0.4 * random));
}
