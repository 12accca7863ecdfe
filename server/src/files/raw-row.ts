import type { Fault } from '../services/refuse-invalid.js';

/** A row of a file before any schema has seen it. */
export type RawRow =
  | { readonly row: number; readonly input: unknown }
  | { readonly row: number; readonly faults: readonly Fault[] };
