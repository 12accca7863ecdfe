/** Where the figures of each day lie, so that no question has to count the ledger. */
export interface StatsTables {
  daily_stats: DailyStatsTable;
}

/** What was paid on one day in one currency, minor units. Rebuilt from the ledger by `hemat audit`. */
export interface DailyStatsTable {
  workspace_id: string;
  /** Empty: the whole workspace, each order once. */
  discount_code_id: string;
  /** `YYYY-MM-DD` in the workspace's zone, as it was when the payment was counted. */
  day: string;
  currency: string;
  /** Several rows a day, so that payments that are counted together need not wait for one. */
  shard: number;
  /** As the code's counter counts them. */
  uses: number;
  /** Redeemed and not reversed. */
  orders: number;
  discount_amount: number;
  shipping_discount: number;
  /** Net totals of the orders. */
  revenue: number;
  /** The same orders without their discounts. */
  gross: number;
  /** Orders that the module's fee was charged for, reversed or not; of the whole workspace only. */
  fee_orders: number;
  fee_base: number;
  fee_amount: number;
}
