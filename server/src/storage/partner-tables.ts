/** What partners say of their accounts. */
export interface PartnerTables {
  partner_accounts: PartnerAccountsTable;
}

/** What a partner told when it made an account's workspace; kept for its own reports. */
export interface PartnerAccountsTable {
  workspace_id: string;
  /** For example `storlaunch`. */
  partner: string;
  /** JSON number: the partner's own rebate, which Hemat passes on and never computes with. */
  discount_rate: string;
  brand_name: string | null;
  business_email: string | null;
  created_at: number;
}
