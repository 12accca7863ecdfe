import type { WebhookTargets } from '../services/webhooks/judge-target-url.js';

/** What an owner may set about webhooks. */
export interface WebhookSettings {
  /** Requests of this process that may run at once; 0: another process sends. */
  readonly concurrency: number;
  /** `public`: https to public addresses; `any`: anything, for development. */
  readonly targets: WebhookTargets;
}

/** Sends, to public addresses only. */
export const defaultWebhookSettings: WebhookSettings = { concurrency: 32, targets: 'public' };
