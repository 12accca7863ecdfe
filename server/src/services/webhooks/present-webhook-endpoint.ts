import type { WebhookEndpoint } from '@hemat/shared/schemas';
import type { WebhookEndpointsTable } from '../../storage/webhook-tables.js';

/** An endpoint as the wire shows it, without its secret. */
export function presentWebhookEndpoint(row: WebhookEndpointsTable): WebhookEndpoint {
  return {
    id: row.id,
    url: row.url,
    description: row.description,
    // Written from a checked list of types.
    eventTypes:
      row.event_types === null ? null : (JSON.parse(row.event_types) as WebhookEndpoint['eventTypes']),
    signature: row.signature,
    active: row.active === 1,
    disabledReason: row.disabled_reason,
    disabledAt: toInstant(row.disabled_at),
    failingSince: toInstant(row.failing_since),
    previousSecretUntil: toInstant(row.previous_secret_until),
    createdAt: new Date(row.created_at).toISOString(),
    updatedAt: new Date(row.updated_at).toISOString(),
  };
}

function toInstant(epochMs: number | null): string | null {
  return epochMs === null ? null : new Date(epochMs).toISOString();
}
