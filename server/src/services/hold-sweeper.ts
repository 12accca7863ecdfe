import type { Deps } from './deps.js';
import { expireHolds } from './expire-holds.js';

export interface HoldSweeperOptions {
  /** Pause between two looks, ms. Default 500: a slot is free within a second. */
  readonly everyMs?: number;
  /** Told what a look failed with; the next one comes all the same. */
  readonly onError: (error: unknown) => void;
}

/** Expires holds as they run out, until the answered function is called; that one waits for a look under way. */
export function startHoldSweeper(deps: Deps, options: HoldSweeperOptions): () => Promise<void> {
  const { everyMs = 500, onError } = options;
  let isStopped = false;
  let timer: NodeJS.Timeout | undefined;
  let looking = Promise.resolve();

  const look = async (): Promise<void> => {
    try {
      // A full batch says that more are due.
      while (!isStopped && (await expireHolds(deps)) > 0);
    } catch (error) {
      onError(error);
    }
    if (!isStopped) schedule();
  };
  const schedule = (): void => {
    timer = setTimeout(() => {
      looking = look();
    }, everyMs);
    timer.unref();
  };

  schedule();
  return async () => {
    isStopped = true;
    clearTimeout(timer);
    await looking;
  };
}
