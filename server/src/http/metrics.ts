import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';
import type { DeliveryOutcome } from '../services/webhooks/finish-delivery.js';
import type { WebhookBacklog } from '../services/webhooks/load-webhook-backlog.js';

/** One answered request. */
export interface CountedRequest {
  readonly method: string;
  /** The route's pattern, never the path. */
  readonly route: string;
  readonly status: number;
  readonly seconds: number;
}

/** What the service counts about itself. */
export interface Metrics {
  count(request: CountedRequest): void;
  /** Counts a refused request by the error or reason it got. */
  countRefusal(code: string): void;
  /** Counts an attempt to deliver a webhook by what followed from it. */
  countDelivery(outcome: DeliveryOutcome): void;
  /** The Prometheus text format. */
  expose(): Promise<string>;
  readonly contentType: string;
}

/** What is asked at each scrape. */
export interface Scraped {
  readonly isReady: () => Promise<boolean>;
  readonly loadBacklog: () => Promise<WebhookBacklog>;
}

/** Memory, collector and event loop are the process's, however many services it runs: watching them once is enough. */
let ofProcess: Registry | undefined;

function processRegistry(): Registry {
  if (ofProcess === undefined) {
    ofProcess = new Registry();
    collectDefaultMetrics({ register: ofProcess });
  }
  return ofProcess;
}

/** Metrics of one service and of its process. */
export function createMetrics({ isReady, loadBacklog }: Scraped): Metrics {
  const registry = new Registry();
  const shared = processRegistry();
  const durations = new Histogram({
    name: 'hemat_http_request_duration_seconds',
    help: 'Time from the first byte of a request to its answer.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers: [registry],
  });
  const refusals = new Counter({
    name: 'hemat_refusals_total',
    help: 'Refused requests by error code or reason.',
    labelNames: ['code'],
    registers: [registry],
  });
  new Gauge({
    name: 'hemat_ready',
    help: '1 while the database answers and every migration has run.',
    registers: [registry],
    async collect() {
      this.set((await isReady()) ? 1 : 0);
    },
  });
  const webhooks = createWebhookMetrics(registry, loadBacklog);
  return {
    count: ({ method, route, status, seconds }) => durations.observe({ method, route, status }, seconds),
    countRefusal: (code) => refusals.inc({ code }),
    countDelivery: webhooks.countDelivery,
    expose: async () => {
      await webhooks.look();
      return Registry.merge([shared, registry]).metrics();
    },
    contentType: registry.contentType,
  };
}

/** What this process sent, and how far sending is behind in the whole database. */
function createWebhookMetrics(registry: Registry, loadBacklog: Scraped['loadBacklog']) {
  const registers = [registry];
  const attempts = new Counter({
    name: 'hemat_webhook_attempts_total',
    help: 'Attempts of this process to deliver a webhook, by what followed: sent, retried or given_up.',
    labelNames: ['outcome'],
    registers,
  });
  for (const outcome of ['sent', 'retried', 'given_up'] satisfies DeliveryOutcome[])
    attempts.inc({ outcome }, 0);
  const events = new Gauge({
    name: 'hemat_webhook_waiting_events',
    help: 'Events that were not handed out to the endpoints yet; at most 100000 are counted.',
    registers,
  });
  const deliveries = new Gauge({
    name: 'hemat_webhook_due_deliveries',
    help: 'Deliveries that could be sent now and that no process has; at most 100000 are counted.',
    registers,
  });
  const age = new Gauge({
    name: 'hemat_webhook_oldest_due_seconds',
    help: 'How long the oldest of the waiting events and due deliveries has waited; 0 where nothing waits.',
    registers,
  });
  return {
    countDelivery: (outcome: DeliveryOutcome) => attempts.inc({ outcome }),
    /** Not a number where the database does not answer. */
    look: async () => {
      const unknown = { waitingEvents: NaN, dueDeliveries: NaN, oldestSeconds: NaN };
      const backlog = await loadBacklog().catch(() => unknown);
      events.set(backlog.waitingEvents);
      deliveries.set(backlog.dueDeliveries);
      age.set(backlog.oldestSeconds);
    },
  };
}
