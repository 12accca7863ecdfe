import type { WebhookEndpoint } from '@hemat/shared/schemas';
import { failPendingDeliveries } from '../../storage/repositories/webhook-deliveries.js';
import {
  deleteWebhookEndpoint as deleteRow,
  takeWebhookEndpoint,
} from '../../storage/repositories/webhook-endpoints.js';
import type { CallDeps } from '../deps.js';
import { done, refused, type Outcome } from '../outcome.js';
import { writeOutcome } from '../write-outcome.js';
import { presentWebhookEndpoint } from './present-webhook-endpoint.js';
import { recordEndpointChange } from './record-endpoint-change.js';

/** Ends an endpoint and its secrets; what waits for it is given up, what was sent stays in the log of events. Answers it as it was. */
export function deleteWebhookEndpoint(deps: CallDeps, id: string): Promise<Outcome<WebhookEndpoint>> {
  const workspaceId = deps.workspace.id;
  return writeOutcome(deps.storage, async (tx) => {
    const before = await takeWebhookEndpoint(tx, workspaceId, id);
    if (before === undefined) return refused({ code: 'NOT_FOUND' });
    await deleteRow(tx, workspaceId, id);
    await failPendingDeliveries(tx, { workspaceId, endpointId: id, now: deps.now() });
    await recordEndpointChange(deps, tx, { action: 'deleted', before, after: null });
    return done(presentWebhookEndpoint(before));
  });
}
