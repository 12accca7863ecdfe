import type { WebhookEventDetail } from '@hemat/shared/schemas';
import { insertUnmarkedEvent } from '../../storage/repositories/events.js';
import { insertDeliveries } from '../../storage/repositories/webhook-deliveries.js';
import { takeWebhookEndpoint } from '../../storage/repositories/webhook-endpoints.js';
import type { CallDeps } from '../deps.js';
import { refused, type Outcome } from '../outcome.js';
import { recordEffect } from '../record-effect.js';
import { writeOutcome } from '../write-outcome.js';
import { loadFrom } from './load-webhook-event.js';
import { newDelivery } from './new-delivery.js';

/** Queues a `webhook.test` event for one endpoint, whatever types it wants; `ENDPOINT_DISABLED` where it is off. */
export function sendTestEvent(deps: CallDeps, endpointId: string): Promise<Outcome<WebhookEventDetail>> {
  const workspaceId = deps.workspace.id;
  return writeOutcome<WebhookEventDetail>(deps.storage, async (tx) => {
    const endpoint = await takeWebhookEndpoint(tx, workspaceId, endpointId);
    if (endpoint === undefined) return refused({ code: 'NOT_FOUND' });
    if (endpoint.active !== 1) return refused({ code: 'ENDPOINT_DISABLED' });
    const now = deps.now();
    const event = {
      workspace_id: workspaceId,
      id: deps.newId('evt'),
      type: 'webhook.test',
      data: JSON.stringify({ webhookEndpoint: { id: endpointId, url: endpoint.url } }),
      created_at: now,
    };
    await insertUnmarkedEvent(tx, event);
    await insertDeliveries(tx, [newDelivery(event, endpointId, now)]);
    await recordEffect(deps, tx, {
      workspaceId,
      actor: deps.actor,
      event: null,
      action: 'webhook_endpoint.tested',
      target: { type: 'webhook_endpoint', id: endpointId },
      before: null,
      after: { eventId: event.id },
    });
    return loadFrom(tx, workspaceId, event.id);
  });
}
