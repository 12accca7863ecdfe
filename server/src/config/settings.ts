import type { WebhookSettings } from './webhook-settings.js';

/** How often one may ask: `points` in each window of `seconds`; then, where given, nothing for `blockSeconds`. */
export interface RateLimit {
  readonly points: number;
  readonly seconds: number;
  readonly blockSeconds?: number;
}

/** What an owner may set about the HTTP service. */
export interface Settings {
  /** Where the world reaches the service, without a trailing slash; null: taken from each request's Host. */
  readonly publicUrl: string | null;
  /** CIDR ranges whose `X-Forwarded-For` is believed. */
  readonly trustedProxies: readonly string[];
  /** null: nothing is limited. */
  readonly rateLimits: PublicRateLimits | null;
  /** Share of the reads that went well that is logged, 0 … 1; writes and faults always are. */
  readonly logSample: number;
  /** Who may read `/metrics` with this bearer token; null: nobody over the public port. */
  readonly metricsToken: string | null;
  readonly webhooks: WebhookSettings;
  /** Folder of the element script and its `manifest.json`. */
  readonly scriptFolder: string;
  /** Folder of the built dashboard. */
  readonly dashboardFolder: string;
}

/** Limits of the calls that need no secret. */
export interface PublicRateLimits {
  /** Of one address, each for validate and for reading. */
  readonly requests: RateLimit;
  /** Unknown codes of one address; the block follows. */
  readonly misses: RateLimit;
  /** Unknown codes in one workspace; above it unknown codes get the neutral answer. */
  readonly workspaceMisses: RateLimit;
  /** Tries to sign in from one address to one account; three times as many of the address, ten times of the account. */
  readonly signIns: RateLimit;
}

/** The limits of the design. */
export const defaultRateLimits: PublicRateLimits = {
  requests: { points: 5, seconds: 5 },
  misses: { points: 10, seconds: 300, blockSeconds: 900 },
  workspaceMisses: { points: 60, seconds: 60 },
  signIns: { points: 10, seconds: 900 },
};
