import type { AppDeps } from '../app-deps.js';
import { startWebhookWorker } from '../webhooks/start-webhook-worker.js';

/** Starts to send webhooks where the settings let this process; the answered function stops it, after `graceMs` at the latest. */
export function startWebhooks(deps: AppDeps): (graceMs: number) => Promise<void> {
  const { concurrency, targets } = deps.settings.webhooks;
  if (targets === 'any') {
    deps.log.warn('webhooks may go to private addresses and http (HEMAT_WEBHOOK_PRIVATE_ADDRESSES=allow)');
  }
  if (concurrency === 0) {
    deps.log.info('this process sends no webhooks (HEMAT_WEBHOOKS=off)');
    return async () => {};
  }
  return startWebhookWorker(deps, { concurrency, outlet: { targets } }).stop;
}
