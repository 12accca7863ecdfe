import type { Generated } from 'kysely';
import type { ImportTables } from './import-tables.js';
import type { MemberTables } from './member-tables.js';
import type { OneTimeTables } from './one-time-tables.js';
import type { PartnerTables } from './partner-tables.js';
import type { StatsTables } from './stats-tables.js';
import type { WebhookTables } from './webhook-tables.js';

/**
 * Every table, as both databases hold it. Times are epoch milliseconds, amounts minor units, booleans 0 or 1, lists and
 * maps JSON text. Every key leads with the workspace, except where a row belongs to none.
 */
export interface Tables
  extends ImportTables, MemberTables, OneTimeTables, PartnerTables, StatsTables, WebhookTables {
  workspaces: WorkspacesTable;
  api_keys: ApiKeysTable;
  discount_codes: DiscountCodesTable;
  discount_code_usage: DiscountCodeUsageTable;
  customer_usage: CustomerUsageTable;
  customers: CustomersTable;
  orders: OrdersTable;
  redemptions: RedemptionsTable;
  events: EventsTable;
  audit_log: AuditLogTable;
  idempotency_keys: IdempotencyKeysTable;
  request_nonces: RequestNoncesTable;
  rate_limits: RateLimitsTable;
}

export interface WorkspacesTable {
  /** `usr_…` or `acc_…`. */
  id: string;
  slug: string;
  name: string;
  /** `free`, `starter`, … */
  plan: string;
  marketing_enabled: number;
  default_currency: string;
  /** IANA. */
  time_zone: string;
  /** Minor units, or null. */
  rounding_increment: number | null;
  /** JSON string[]; empty = any. */
  allowed_origins: string;
  public_reasons: 'full' | 'generic';
  default_limit_policy: 'honor' | 'hold' | 'strict';
  default_hold_minutes: number;
  /** An address with `{orderId}` in it, or null. */
  order_url_template: string | null;
  module_fee_basis_points: number;
  /** Grows with every change, so that what is cached of it can be checked. */
  version: number;
  created_at: number;
  updated_at: number;
}

export interface ApiKeysTable {
  workspace_id: string;
  /** `ak_` + ULID. */
  id: string;
  /** What a caller shows of it: `AKIA…` for signed keys, the first characters of the secret for the others. */
  key_id: string;
  kind: 'bearer' | 'publishable' | 'signed';
  name: string;
  /** JSON string[]. */
  scopes: string;
  /** SHA-256 of a bearer or publishable key, hex; null for signed keys. */
  secret_hash: string | null;
  /** AES-256-GCM of a signed key's secret; null for the others. */
  sealed_secret: string | null;
  created_at: number;
  last_used_at: number | null;
  revoked_at: number | null;
}

export interface DiscountCodesTable {
  workspace_id: string;
  id: string;
  /** Empty for a batch of one-time codes. */
  code: string;
  /** For a batch its id: that has small letters, which no canonical key has. */
  canonical_key: string;
  kind: 'reusable' | 'onetime';
  name: string | null;
  description: string | null;
  title: string | null;
  type: 'percent' | 'fixed' | 'shipping_percent' | 'shipping_fixed';
  /** Basis points for percent types, else null. */
  value_basis_points: number | null;
  /** Minor units for fixed types, else null. */
  value_amount: number | null;
  currency: string | null;
  scope: 'cart' | 'products' | 'tags';
  product_ids: string;
  tag_filter: string;
  min_purchase_amount: number | null;
  max_discount_amount: number | null;
  max_uses_total: number | null;
  max_uses_per_customer: number | null;
  customer_eligibility: 'all' | 'new' | 'returning';
  /** JSON string[] or null. */
  regions: string | null;
  combines_with: string;
  starts_at: number | null;
  expires_at: number | null;
  active: number;
  public: number;
  limit_policy: 'honor' | 'hold' | 'strict';
  hold_minutes: number;
  metadata: string;
  version: number;
  created_at: number;
  updated_at: number;
  archived_at: number | null;
}

/** The hot counters, apart from the rule so that the rule row can be cached. Rebuilt by `hemat audit`. */
export interface DiscountCodeUsageTable {
  workspace_id: string;
  discount_code_id: string;
  uses_total: number;
  /** Live holds: locked rows of policy `hold`. */
  holds_total: number;
  /** Of the uses: those that another system had counted before the code came here. */
  imported_uses: Generated<number>;
}

export interface CustomerUsageTable {
  workspace_id: string;
  discount_code_id: string;
  customer_id: string;
  uses_total: number;
  holds_total: number;
}

export interface CustomersTable {
  workspace_id: string;
  customer_id: string;
  paid_orders: number;
  first_paid_at: number;
}

/** The frozen order a lock or redeem was made for; taken first in every write, it serialises what happens to one order. */
export interface OrdersTable {
  workspace_id: string;
  external_source: string;
  /** The shop's order id. */
  external_ref: string;
  customer_id: string | null;
  /** JSON of the rule core's Cart. */
  cart: string;
  cart_hash: string;
  currency: string;
  subtotal: number;
  shipping_amount: number;
  discount_amount: number;
  shipping_discount: number;
  total: number;
  /** 1 for a new row, one more with every write that took it. */
  revision: number;
  created_at: number;
  updated_at: number;
}

export interface RedemptionsTable {
  workspace_id: string;
  id: string;
  discount_code_id: string;
  /** As its owner wrote it, or the one-time string. */
  code: string;
  /** Canonical key of a one-time string; null for any other code. */
  string_key: string | null;
  rule_version: number;
  external_source: string;
  external_ref: string;
  customer_id: string | null;
  status: 'locked' | 'redeemed' | 'released' | 'expired' | 'reversed';
  limit_policy: 'honor' | 'hold' | 'strict';
  over_limit: number;
  currency: string;
  subtotal: number;
  shipping_amount: number;
  /** This code's, off the items. */
  discount_amount: number;
  /** This code's, off the shipping. */
  shipping_discount: number;
  /** The order's net total over all its codes. */
  total: number;
  /** JSON of LineAllocation[]. */
  allocations: string;
  /** Place of the code in the order's list, from 0. */
  position: number;
  fee_amount: number;
  hold_expires_at: number | null;
  locked_at: number | null;
  redeemed_at: number | null;
  /** `YYYY-MM-DD` of `redeemed_at` in the workspace's zone at that moment. */
  redeemed_day: string | null;
  released_at: number | null;
  expired_at: number | null;
  reversed_at: number | null;
  use_restored: number;
  created_at: number;
  updated_at: number;
}

/** The outbox: written with the effect it tells of. */
export interface EventsTable {
  workspace_id: string;
  id: string;
  type: string;
  /** JSON object. */
  data: string;
  created_at: number;
  /** 1 until it was handed out to the webhook endpoints; null where there is nobody to tell. */
  for_webhooks: number | null;
}

export interface AuditLogTable {
  workspace_id: string;
  id: string;
  actor_kind: 'api_key' | 'member' | 'system';
  actor_id: string | null;
  action: string;
  target_type: string;
  target_id: string;
  /** JSON or null. */
  before: string | null;
  after: string | null;
  created_at: number;
}

export interface IdempotencyKeysTable {
  workspace_id: string;
  /** Who used the key (api key id), which call, and the key itself, hashed together. */
  scope_hash: string;
  request_hash: string;
  /** null while in flight. */
  status: number | null;
  body: string | null;
  created_at: number;
  /** Epoch ms after which an in-flight row or a stored answer no longer counts. */
  expires_at: number;
}

export interface RequestNoncesTable {
  workspace_id: string;
  key_id: string;
  nonce: string;
  expires_at: number;
}

/** Counted calls; only where several processes count together. */
export interface RateLimitsTable {
  /** Which limit, and whom it counts: an address or a workspace. */
  key: string;
  points: number;
  /** Epoch ms of the end of the window. */
  expire: number;
}
