import { setTimeout } from 'node:timers/promises';

const quantumMs = 25;

/**
 * Waits until a whole number of 25 ms have gone by since `startedAt` (`performance.now()`), so that how long a question took to
 * judge does not show.
 */
export async function hideDuration(startedAt: number): Promise<void> {
  const took = performance.now() - startedAt;
  const wait = quantumMs - (took % quantumMs);
  // Timers count whole milliseconds: rounded up as often as the fraction says, they keep the mean.
  await setTimeout(Math.floor(wait + Math.random()));
}
