import { createHash, type Hash } from 'node:crypto';
import {
  findFilledTable,
  insertRows,
  listUnknownTables,
  readTable,
  type AnyRow,
} from '../storage/repositories/whole-tables.js';
import { undo, type Reader, type Storage, type Undone, type WriteTransaction } from '../storage/storage.js';
import { listTables } from '../storage/table-keys.js';
import type { Tables } from '../storage/tables.js';
import { listDrift } from './audit-counters.js';

/** One table on both sides. */
export interface CopiedTable {
  readonly table: keyof Tables;
  /** Rows there are in the source, and after the copy in the target. */
  readonly rows: { readonly from: number; readonly to: number };
  /** Whether every row has arrived with every value. */
  readonly isEqual: boolean;
}

/** What came of a copy; unless it is `copied`, the target is as empty as before. */
export type CopyResult =
  | {
      readonly kind: 'copied' | 'differs';
      readonly tables: readonly CopiedTable[];
      readonly drift: CopyDrift;
    }
  | { readonly kind: 'target-filled'; readonly table: keyof Tables }
  | { readonly kind: 'source-unknown'; readonly tables: readonly string[] }
  | { readonly kind: 'source-drifts'; readonly counters: number };

/** How many counters do not say what the ledger says. */
export interface CopyDrift {
  readonly from: number;
  readonly to: number;
}

/** What a side of the copy holds of one table. */
interface TableDigest {
  readonly rows: number;
  readonly digest: string;
}

/**
 * Copies every row of every table into an empty database, in one write, and reads both sides to compare them. Throws a
 * `DatabaseInUseError` where either is served: nobody may write meanwhile.
 */
export function copyDatabase(from: Storage, to: Storage): Promise<CopyResult> {
  // Two databases at once: nobody waits for either, as both are out of service.
  return from.freeze((source) => to.freeze((target) => copyInto(source, target)));
}

async function copyInto(source: Reader, target: WriteTransaction): Promise<CopyResult | Undone<CopyResult>> {
  const filled = await findFilledTable(target);
  if (filled !== undefined) return { kind: 'target-filled', table: filled };
  const unknown = await listUnknownTables(source);
  if (unknown.length > 0) return { kind: 'source-unknown', tables: unknown };
  const counters = (await listDrift(source)).length;
  if (counters > 0) return { kind: 'source-drifts', counters };
  const tables: CopiedTable[] = [];
  for (const table of listTables()) tables.push(await copyTable(source, target, table));
  const drift = { from: counters, to: (await listDrift(target)).length };
  const isEqual = drift.to === drift.from && tables.every((table) => table.isEqual);
  return isEqual ? { kind: 'copied', tables, drift } : undo<CopyResult>({ kind: 'differs', tables, drift });
}

async function copyTable(
  source: Reader,
  target: WriteTransaction,
  table: keyof Tables,
): Promise<CopiedTable> {
  const from = await digestRows(readTable(source, table), (rows) => insertRows(target, table, rows));
  const to = await digestRows(readTable(target, table));
  return {
    table,
    rows: { from: from.rows, to: to.rows },
    isEqual: from.rows === to.rows && from.digest === to.digest,
  };
}

async function digestRows(
  pages: AsyncIterable<readonly AnyRow[]>,
  each?: (rows: readonly AnyRow[]) => Promise<void>,
): Promise<TableDigest> {
  const hash = createHash('sha256');
  let count = 0;
  for await (const rows of pages) {
    await each?.(rows);
    count += rows.length;
    for (const row of rows) addRow(hash, row);
  }
  return { rows: count, digest: hash.digest('hex') };
}

/** The columns of a table may stand in another order. */
function addRow(hash: Hash, row: AnyRow): void {
  hash.update(JSON.stringify(Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1))));
}
