import type { WebhookAttempt, WebhookDelivery, WebhookEvent } from '@hemat/shared/schemas';
import type { EventsTable } from '../../storage/tables.js';
import type { WebhookAttemptsTable, WebhookDeliveriesTable } from '../../storage/webhook-tables.js';

/** An event as the wire shows it, with what became of it. */
export function presentWebhookEvent<Delivery extends WebhookDelivery>(
  row: EventsTable,
  deliveries: readonly Delivery[],
): Omit<WebhookEvent, 'deliveries'> & { deliveries: Delivery[] } {
  return {
    id: row.id,
    type: row.type,
    createdAt: new Date(row.created_at).toISOString(),
    data: JSON.parse(row.data) as unknown,
    deliveries: [...deliveries],
  };
}

/** What became of an event at one endpoint. */
export function presentDelivery(
  row: WebhookDeliveriesTable,
  lastAttempt: WebhookAttemptsTable | undefined,
): WebhookDelivery {
  return {
    endpointId: row.endpoint_id,
    status: row.status,
    attemptCount: row.attempts,
    nextAttemptAt: row.due_at === null ? null : new Date(row.due_at).toISOString(),
    lastAttempt: lastAttempt === undefined ? null : presentAttempt(lastAttempt),
  };
}

/** One request and its answer. */
export function presentAttempt(row: WebhookAttemptsTable): WebhookAttempt {
  return {
    id: row.id,
    requestedAt: new Date(row.requested_at).toISOString(),
    durationMs: row.duration_ms,
    request: {
      url: row.request_url,
      // Written as a map of strings.
      headers: JSON.parse(row.request_headers) as Record<string, string>,
    },
    response:
      row.response_status === null ? null : { status: row.response_status, body: row.response_body ?? '' },
    // Written by the worker from the same list.
    failure: row.failure as WebhookAttempt['failure'],
  };
}
