import type { Logger } from 'pino';
import type { Deps } from '../services/deps.js';
import { finishDelivery, type DeliveryOutcome } from '../services/webhooks/finish-delivery.js';
import type { TakenDelivery } from '../services/webhooks/take-deliveries.js';
import { postMessage, type Outlet } from './post-message.js';

/** What a worker is made of. */
export type WorkerDeps = Pick<Deps, 'storage' | 'now' | 'newId' | 'randomBytes' | 'deriveKey'> & {
  readonly log: Logger;
  /** Hears what followed from each attempt. */
  readonly metrics: { countDelivery(outcome: DeliveryOutcome): void };
};

/** Whose delivery it is, how it leaves, and what breaks it off. */
export interface Sending {
  readonly owner: string;
  readonly outlet: Outlet;
  readonly breakOff: AbortSignal;
}

const userAgent = 'Hemat-Webhooks/1.0';

/** Makes one attempt and stores what came of it; one that is broken off leaves nothing. */
export async function sendDelivery(
  deps: WorkerDeps,
  delivery: TakenDelivery,
  { owner, outlet, breakOff }: Sending,
): Promise<void> {
  const { url, message } = delivery;
  const headers = { 'content-type': 'application/json', 'user-agent': userAgent, ...message.headers };
  const requestedAt = deps.now();
  const began = performance.now();
  const answered = await postMessage({ url, headers, body: message.body }, outlet, breakOff);
  if (breakOff.aborted && answered.response === null) return;
  const durationMs = Math.round(performance.now() - began);
  const result = { ...answered, requestedAt, durationMs };
  const { outcome, disabled } = await finishDelivery(deps, { owner, delivery, headers, result });
  deps.metrics.countDelivery(outcome);
  if (disabled !== null) {
    deps.log.warn(
      { endpointId: delivery.endpoint_id, reason: disabled },
      'a webhook endpoint was switched off',
    );
  }
}
