import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';

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
  /** The Prometheus text format. */
  expose(): Promise<string>;
  readonly contentType: string;
}

/** Metrics of one service; `isReady` is asked at each scrape. */
export function createMetrics(isReady: () => Promise<boolean>): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
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
  return {
    count: ({ method, route, status, seconds }) => durations.observe({ method, route, status }, seconds),
    countRefusal: (code) => refusals.inc({ code }),
    expose: () => registry.metrics(),
    contentType: registry.contentType,
  };
}
