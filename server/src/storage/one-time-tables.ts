/** Where the strings of one-time batches lie. */
export interface OneTimeTables {
  one_time_strings: OneTimeStringsTable;
  string_batches: StringBatchesTable;
}

/** A generated string of a batch, good once. Its uses and holds are rebuilt by `hemat audit`. */
export interface OneTimeStringsTable {
  workspace_id: string;
  discount_code_id: string;
  /** Place in the batch, from 1. */
  position: number;
  canonical_key: string;
  code: string;
  uses_total: number;
  holds_total: number;
}

/** How far the strings of a batch are generated, and who does it. */
export interface StringBatchesTable {
  workspace_id: string;
  discount_code_id: string;
  /** What every string begins with, before a hyphen; null: nothing. */
  prefix: string | null;
  /** Groups of four characters. */
  groups: number;
  total: number;
  done: number;
  /** The process that generates; null before the first. */
  lease_owner: string | null;
  /** Epoch ms until which no other process takes it. */
  lease_until: number;
  created_at: number;
}
