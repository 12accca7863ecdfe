import { setTimeout as pause } from 'node:timers/promises';
import type { WorkerLoad } from '../services/webhooks/share-slots.js';
import type { TakenDelivery } from '../services/webhooks/take-deliveries.js';

/** The requests of a worker that are under way. */
export interface RunningRequests {
  /** Counts a delivery until `request` is over; answers when it is, and never rejects. */
  add(delivery: TakenDelivery, request: Promise<void>): Promise<void>;
  count(): number;
  deliveries(): TakenDelivery[];
  load(concurrency: number): WorkerLoad;
  /** Waits until none is left, at most `ms`. */
  settle(ms: number): Promise<void>;
}

/** Endpoints whose last turn is remembered; the longest forgotten come first again. */
const mostRemembered = 10_000;

/** Nothing runs at first. `onError` hears what went wrong beside the request itself, as when its result could not be stored. */
export function createRunningRequests(onError: (error: unknown) => void): RunningRequests {
  const running = new Map<TakenDelivery, Promise<void>>();
  const lastServed = new Map<string, number>();
  let turn = 0;
  return {
    add: (delivery, request) => {
      turn += 1;
      // Anew, so that the map stays in the order of the turns.
      lastServed.delete(delivery.endpoint_id);
      lastServed.set(delivery.endpoint_id, turn);
      const [oldest] = lastServed.keys();
      if (lastServed.size > mostRemembered && oldest !== undefined) lastServed.delete(oldest);
      const settled = request.catch(onError).finally(() => running.delete(delivery));
      running.set(delivery, settled);
      return settled;
    },
    count: () => running.size,
    deliveries: () => [...running.keys()],
    load: (concurrency) => ({ concurrency, running: countByEndpoint(running.keys()), lastServed }),
    settle: async (ms) => {
      if (running.size === 0) return;
      const timer = new AbortController();
      const tooLong = pause(ms, undefined, { signal: timer.signal }).catch(() => {});
      await Promise.race([Promise.all(running.values()), tooLong]);
      timer.abort();
    },
  };
}

function countByEndpoint(deliveries: Iterable<TakenDelivery>): WorkerLoad['running'] {
  const counts = new Map<string, { count: number; isFailing: boolean }>();
  for (const { endpoint_id, isFailing } of deliveries) {
    const entry = counts.get(endpoint_id) ?? { count: 0, isFailing };
    counts.set(endpoint_id, { ...entry, count: entry.count + 1 });
  }
  return counts;
}
