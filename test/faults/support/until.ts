import { setTimeout as pause } from 'node:timers/promises';

/** Waits until something holds; throws with `what` when it does not within `patience` ms. */
export async function until(
  what: string,
  holds: () => boolean | Promise<boolean>,
  patience = 30_000,
): Promise<void> {
  for (const end = performance.now() + patience; !(await holds());) {
    if (performance.now() > end) throw new Error(`it took more than ${patience} ms until ${what}`);
    await pause(5);
  }
}
