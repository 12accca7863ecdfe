/** What webhooks are sent from. */
export interface WebhookTables {
  webhook_endpoints: WebhookEndpointsTable;
  webhook_deliveries: WebhookDeliveriesTable;
  webhook_attempts: WebhookAttemptsTable;
}

/** Where a workspace wants to be told of events. */
export interface WebhookEndpointsTable {
  workspace_id: string;
  /** `whep_` + ULID. */
  id: string;
  url: string;
  description: string | null;
  /** JSON string[]; null = all. */
  event_types: string | null;
  /** How its messages are written and signed. */
  signature: 'standard' | 'ripllo';
  /** AES-256-GCM of the secret. */
  sealed_secret: string;
  /** The secret before the last rotation; it signs beside the new one until `previous_secret_until`. */
  previous_sealed_secret: string | null;
  previous_secret_until: number | null;
  active: number;
  /** Why it is off: by its owner, by its answer 410, or after days of failures. */
  disabled_reason: 'paused' | 'gone' | 'failing' | null;
  disabled_at: number | null;
  /** First failure since the last success. */
  failing_since: number | null;
  created_at: number;
  updated_at: number;
}

/** One event for one endpoint. */
export interface WebhookDeliveriesTable {
  workspace_id: string;
  endpoint_id: string;
  event_id: string;
  event_type: string;
  /** The code that it tells of, also where it tells of its use; null for a test and in rows from before this was kept. */
  discount_code_id: string | null;
  status: 'pending' | 'sent' | 'failed';
  /** All that were made. */
  attempts: number;
  /** Since it was last queued: its place in the schedule. */
  failures: number;
  /** When it may be taken: at the next attempt or, while it is leased, when the lease runs out; null unless pending. */
  due_at: number | null;
  /** The worker that has it. */
  lease_owner: string | null;
  last_attempt_id: string | null;
  created_at: number;
  updated_at: number;
}

/** One request to an endpoint, and what came back. */
export interface WebhookAttemptsTable {
  workspace_id: string;
  /** `wha_` + ULID. */
  id: string;
  endpoint_id: string;
  event_id: string;
  requested_at: number;
  duration_ms: number;
  request_url: string;
  /** JSON map. */
  request_headers: string;
  /** null without an answer. */
  response_status: number | null;
  /** The first 2 KB. */
  response_body: string | null;
  /** Why there was no answer. */
  failure: string | null;
}
