import type { RetryWebhookEventInput, WebhookEventDetail } from '@hemat/shared/schemas';
import { insertDeliveries, requeueDelivery } from '../../storage/repositories/webhook-deliveries.js';
import { takeWebhookEndpoint } from '../../storage/repositories/webhook-endpoints.js';
import { findEvent, listDeliveriesOfEvents } from '../../storage/repositories/webhook-events.js';
import type { WriteTransaction } from '../../storage/storage.js';
import type { EventsTable } from '../../storage/tables.js';
import type { CallDeps } from '../deps.js';
import { refused, type Outcome } from '../outcome.js';
import { recordEffect } from '../record-effect.js';
import { writeOutcome } from '../write-outcome.js';
import { loadFrom } from './load-webhook-event.js';
import { newDelivery } from './new-delivery.js';

/** What came of queuing an event again for one endpoint. */
type Requeued = 'queued' | 'pending' | 'off';

/**
 * Queues an event again, from the start of the schedule and under the same id: for the endpoint that is named, else for every active one
 * it was queued for. `DELIVERY_PENDING` where it waits already, `ENDPOINT_DISABLED` where none is on.
 */
export function retryWebhookEvent(
  deps: CallDeps,
  { id, endpointId }: RetryWebhookEventInput & { readonly id: string },
): Promise<Outcome<WebhookEventDetail>> {
  const workspaceId = deps.workspace.id;
  return writeOutcome<WebhookEventDetail>(deps.storage, async (tx) => {
    const event = await findEvent(tx, workspaceId, id);
    if (event === undefined) return refused({ code: 'NOT_FOUND' });
    if (endpointId != null && (await takeWebhookEndpoint(tx, workspaceId, endpointId)) === undefined) {
      return refused({ code: 'NOT_FOUND', field: 'endpointId' });
    }
    const queued: string[] = [];
    let isPending = false;
    for (const target of endpointId == null ? await pastEndpoints(tx, event) : [endpointId]) {
      const result = await requeue(tx, event, target, deps.now());
      if (result === 'queued') queued.push(target);
      isPending ||= result === 'pending';
    }
    if (queued.length === 0) return refused({ code: isPending ? 'DELIVERY_PENDING' : 'ENDPOINT_DISABLED' });
    await recordEffect(deps, tx, {
      workspaceId,
      actor: deps.actor,
      event: null,
      action: 'webhook_event.retried',
      target: { type: 'webhook_event', id },
      before: null,
      after: { endpointIds: queued },
    });
    return loadFrom(tx, workspaceId, id);
  });
}

async function pastEndpoints(tx: WriteTransaction, { workspace_id, id }: EventsTable): Promise<string[]> {
  const deliveries = await listDeliveriesOfEvents(tx, workspace_id, [id]);
  return deliveries.map(({ endpoint_id }) => endpoint_id);
}

async function requeue(
  tx: WriteTransaction,
  event: EventsTable,
  endpointId: string,
  now: number,
): Promise<Requeued> {
  const endpoint = await takeWebhookEndpoint(tx, event.workspace_id, endpointId);
  if (endpoint?.active !== 1) return 'off';
  const key = { workspace_id: event.workspace_id, endpoint_id: endpointId, event_id: event.id };
  if (await requeueDelivery(tx, key, now)) return 'queued';
  const isNew = await insertDeliveries(tx, [newDelivery(event, endpointId, now)]);
  return isNew ? 'queued' : 'pending';
}
