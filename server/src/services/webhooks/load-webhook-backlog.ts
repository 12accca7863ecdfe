import { countDueDeliveries, countMarkedEvents } from '../../storage/repositories/webhook-backlog.js';
import type { Deps } from '../deps.js';

/** How far the sending of webhooks is behind, in every workspace together. */
export interface WebhookBacklog {
  /** Events that were not handed out to the endpoints yet; at most 100,000 are counted. */
  readonly waitingEvents: number;
  /** Deliveries that could be sent now and that no worker has; at most 100,000 are counted. */
  readonly dueDeliveries: number;
  /** How long the oldest of both has waited, s; 0 where nothing waits. */
  readonly oldestSeconds: number;
}

const most = 100_000;

/** How much waits to be sent, and how long the oldest has. */
export async function loadWebhookBacklog({
  storage,
  now,
}: Pick<Deps, 'storage' | 'now'>): Promise<WebhookBacklog> {
  const at = now();
  const events = await countMarkedEvents(storage.reader, most);
  const deliveries = await countDueDeliveries(storage.reader, at, most);
  const since = Math.min(events.since ?? at, deliveries.since ?? at);
  return {
    waitingEvents: events.count,
    dueDeliveries: deliveries.count,
    oldestSeconds: (at - since) / 1000,
  };
}
