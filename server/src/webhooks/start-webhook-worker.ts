import { randomUUID } from 'node:crypto';
import { setMaxListeners } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { giveDeliveriesBack } from '../services/webhooks/give-deliveries-back.js';
import { handOutEvents } from '../services/webhooks/hand-out-events.js';
import { takeDeliveries } from '../services/webhooks/take-deliveries.js';
import { createAlarm } from './alarm.js';
import type { Outlet } from './post-message.js';
import { createRunningRequests } from './running-requests.js';
import { sendDelivery, type WorkerDeps } from './send-delivery.js';

/** How a worker works. */
export interface WebhookWorkerOptions {
  /** Requests that may run at once. */
  readonly concurrency: number;
  readonly outlet: Outlet;
  /** How long what was taken is this worker's, ms; longer than a request may take. Default 60,000. */
  readonly leaseMs?: number;
  /** How often it looks when there is nothing to do, ms. Default 500. */
  readonly pollMs?: number;
}

/** A worker that sends. */
export interface WebhookWorker {
  /** Takes nothing more, waits `graceMs` for what runs, then breaks it off and gives it back. */
  stop(graceMs: number): Promise<void>;
}

/** Between two looks at the database, ms. */
const gatherMs = 10;

/** Starts to hand events out and to send them, beside any number of workers like it; what it is sending when it is killed is sent again. */
export function startWebhookWorker(deps: WorkerDeps, options: WebhookWorkerOptions): WebhookWorker {
  const { concurrency, outlet, leaseMs = 60_000, pollMs = 500 } = options;
  const owner = randomUUID();
  const breaker = new AbortController();
  // One a running request.
  setMaxListeners(concurrency, breaker.signal);
  const alarm = createAlarm();
  const running = createRunningRequests((error) =>
    deps.log.warn({ err: error }, 'the result of a webhook could not be stored; it is sent again'),
  );
  let isStopped = false;

  async function turn(): Promise<boolean> {
    const handedOut = await handOutEvents(deps);
    const taken = await takeDeliveries(deps, { owner, leaseMs }, running.load(concurrency));
    for (const delivery of taken) {
      const request = sendDelivery(deps, delivery, { owner, outlet, breakOff: breaker.signal });
      void running.add(delivery, request).then(alarm.ring);
    }
    return handedOut + taken.length > 0;
  }

  async function work(): Promise<void> {
    while (!isStopped) {
      const didSomething = await turn().catch((error: unknown) => {
        deps.log.warn({ err: error }, 'webhooks wait for the database');
        return false;
      });
      const isFull = running.count() >= concurrency;
      if (isStopped) return;
      if (!didSomething || isFull) await alarm.wait(pollMs);
      // What ends within a moment is made up for in one write.
      await pause(gatherMs);
    }
  }

  const working = work();
  return {
    stop: async (graceMs) => {
      isStopped = true;
      alarm.ring();
      await working;
      await running.settle(graceMs);
      const left = running.deliveries();
      breaker.abort();
      await running.settle(graceMs);
      await giveDeliveriesBack(deps, owner, left);
    },
  };
}
