import { failPendingDeliveries } from '../../storage/repositories/webhook-deliveries.js';
import { updateWebhookEndpoint } from '../../storage/repositories/webhook-endpoints.js';
import type { WriteTransaction } from '../../storage/storage.js';
import type { WebhookEndpointsTable } from '../../storage/webhook-tables.js';
import type { Deps } from '../deps.js';
import { recordEffect } from '../record-effect.js';
import { presentWebhookEndpoint } from './present-webhook-endpoint.js';

/** Why the service switches an endpoint off by itself. */
export type DisabledReason = 'gone' | 'failing';

/** Switches an endpoint off; what waited for it is given up and can be sent again by hand. */
export async function disableEndpoint(
  deps: Pick<Deps, 'now' | 'newId'>,
  tx: WriteTransaction,
  endpoint: WebhookEndpointsTable,
  reason: DisabledReason,
): Promise<void> {
  const now = deps.now();
  const { workspace_id: workspaceId, id } = endpoint;
  const disabled: WebhookEndpointsTable = {
    ...endpoint,
    active: 0,
    disabled_reason: reason,
    disabled_at: now,
    updated_at: now,
  };
  await updateWebhookEndpoint(tx, disabled);
  await failPendingDeliveries(tx, { workspaceId, endpointId: id, now });
  await recordEffect(deps, tx, {
    workspaceId,
    actor: { kind: 'system', id: null },
    event: null,
    action: 'webhook_endpoint.disabled',
    target: { type: 'webhook_endpoint', id },
    before: presentWebhookEndpoint(endpoint),
    after: presentWebhookEndpoint(disabled),
  });
}
