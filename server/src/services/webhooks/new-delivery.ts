import type { EventsTable } from '../../storage/tables.js';
import type { WebhookDeliveriesTable } from '../../storage/webhook-tables.js';

/** An event that is to be sent to an endpoint at once. */
export function newDelivery(
  { workspace_id, id, type }: Pick<EventsTable, 'workspace_id' | 'id' | 'type'>,
  endpointId: string,
  now: number,
): WebhookDeliveriesTable {
  return {
    workspace_id,
    endpoint_id: endpointId,
    event_id: id,
    event_type: type,
    status: 'pending',
    attempts: 0,
    failures: 0,
    due_at: now,
    lease_owner: null,
    last_attempt_id: null,
    created_at: now,
    updated_at: now,
  };
}
