import type { WriteTransaction } from '../../storage/storage.js';
import type { WebhookEndpointsTable } from '../../storage/webhook-tables.js';
import type { CallDeps } from '../deps.js';
import { recordEffect } from '../record-effect.js';
import { presentWebhookEndpoint } from './present-webhook-endpoint.js';

/** A change of an endpoint as its owner makes it. */
export type EndpointChange =
  | { readonly action: 'created'; readonly before: null; readonly after: WebhookEndpointsTable }
  | { readonly action: 'deleted'; readonly before: WebhookEndpointsTable; readonly after: null }
  | {
      readonly action: 'updated' | 'secret_rotated';
      readonly before: WebhookEndpointsTable;
      readonly after: WebhookEndpointsTable;
    };

/** Writes the audit row of a change to an endpoint, in the write that makes it. */
export async function recordEndpointChange(
  deps: CallDeps,
  tx: WriteTransaction,
  { action, before, after }: EndpointChange,
): Promise<void> {
  const { id } = after ?? before;
  await recordEffect(deps, tx, {
    workspaceId: deps.workspace.id,
    actor: deps.actor,
    event: null,
    action: `webhook_endpoint.${action}`,
    target: { type: 'webhook_endpoint', id },
    before: before && presentWebhookEndpoint(before),
    after: after && presentWebhookEndpoint(after),
  });
}
