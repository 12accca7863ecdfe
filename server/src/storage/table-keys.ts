import type { Tables } from './tables.js';

/**
 * The primary key of every table; a table comes after those that its rows refer to. What stands here is copied and compared by
 * `hemat copy`; `docs/operators/citus.md` says how it is spread.
 */
export const tableKeys: { readonly [Table in keyof Tables]: readonly (keyof Tables[Table] & string)[] } = {
  workspaces: ['id'],
  auth_users: ['id'],
  auth_sessions: ['id'],
  auth_accounts: ['id'],
  auth_verifications: ['id'],
  members: ['workspace_id', 'id'],
  invitations: ['workspace_id', 'id'],
  partner_accounts: ['workspace_id'],
  api_keys: ['workspace_id', 'id'],
  discount_codes: ['workspace_id', 'id'],
  discount_code_usage: ['workspace_id', 'discount_code_id'],
  code_imports: ['workspace_id', 'id'],
  imported_codes: ['workspace_id', 'import_id', 'discount_code_id'],
  one_time_strings: ['workspace_id', 'discount_code_id', 'position'],
  string_batches: ['workspace_id', 'discount_code_id'],
  customer_usage: ['workspace_id', 'discount_code_id', 'customer_id'],
  customers: ['workspace_id', 'customer_id'],
  orders: ['workspace_id', 'external_source', 'external_ref'],
  redemptions: ['workspace_id', 'id'],
  daily_stats: ['workspace_id', 'discount_code_id', 'day', 'currency', 'shard'],
  events: ['workspace_id', 'id'],
  audit_log: ['workspace_id', 'id'],
  webhook_endpoints: ['workspace_id', 'id'],
  webhook_deliveries: ['workspace_id', 'event_id', 'endpoint_id'],
  webhook_attempts: ['workspace_id', 'id'],
  idempotency_keys: ['workspace_id', 'scope_hash'],
  request_nonces: ['workspace_id', 'key_id', 'nonce'],
  rate_limits: ['key'],
};

/** Every table, those first that others refer to. */
export function listTables(): (keyof Tables)[] {
  // The keys of the record are the names of the tables.
  return Object.keys(tableKeys) as (keyof Tables)[];
}
