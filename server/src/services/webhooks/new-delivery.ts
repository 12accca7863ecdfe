import type { EventsTable } from '../../storage/tables.js';
import type { WebhookDeliveriesTable } from '../../storage/webhook-tables.js';

/** An event that is to be sent to an endpoint at once. */
export function newDelivery(
  { workspace_id, id, type, data }: Pick<EventsTable, 'workspace_id' | 'id' | 'type' | 'data'>,
  endpointId: string,
  now: number,
): WebhookDeliveriesTable {
  return {
    workspace_id,
    endpoint_id: endpointId,
    event_id: id,
    event_type: type,
    discount_code_id: codeOf(data),
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

function codeOf(data: string): string | null {
  // Written as the data of an event's type (webhookEventData).
  const { discountCode, redemption } = JSON.parse(data) as {
    readonly discountCode?: { readonly id: string };
    readonly redemption?: { readonly discountCodeId: string };
  };
  return discountCode?.id ?? redemption?.discountCodeId ?? null;
}
