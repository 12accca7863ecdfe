import type { WebhookEndpoint } from '@hemat/shared/schemas';
import { findWebhookEndpoint } from '../../storage/repositories/webhook-endpoints.js';
import type { CallDeps } from '../deps.js';
import { done, refused, type Outcome } from '../outcome.js';
import { presentWebhookEndpoint } from './present-webhook-endpoint.js';

/** One endpoint of the workspace; `NOT_FOUND` also for another workspace's. */
export async function loadWebhookEndpoint(deps: CallDeps, id: string): Promise<Outcome<WebhookEndpoint>> {
  const row = await findWebhookEndpoint(deps.storage.reader, deps.workspace.id, id);
  return row === undefined ? refused({ code: 'NOT_FOUND' }) : done(presentWebhookEndpoint(row));
}
