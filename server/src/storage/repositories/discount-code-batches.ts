import { statement, type Statement } from '../statement.js';
import type { Reader, WriteTransaction } from '../storage.js';
import type { ImportedCodesTable } from '../import-tables.js';
import type { DiscountCodesTable } from '../tables.js';
import { withCounters, type DiscountCodeRow } from './discount-codes.js';

/** Rows a statement: fewer are written one by one. */
const batchSize = 50;

const codeColumns = [
  'workspace_id',
  'id',
  'code',
  'canonical_key',
  'kind',
  'name',
  'description',
  'title',
  'type',
  'value_basis_points',
  'value_amount',
  'currency',
  'scope',
  'product_ids',
  'tag_filter',
  'min_purchase_amount',
  'max_discount_amount',
  'max_uses_total',
  'max_uses_per_customer',
  'customer_eligibility',
  'regions',
  'combines_with',
  'starts_at',
  'expires_at',
  'active',
  'public',
  'limit_policy',
  'hold_minutes',
  'metadata',
  'version',
  'created_at',
  'updated_at',
  'archived_at',
] as const satisfies readonly (keyof DiscountCodesTable)[];

const listColumns = ['workspace_id', 'import_id', 'discount_code_id', 'imported_uses'] as const;

/** A code to write, and the uses that another system had counted of it. */
export type NewDiscountCode = DiscountCodesTable & { readonly imported_uses: number };

type Values = readonly (string | number | null)[];

const insertCodes = (size: number): Statement<Values, { id: string }> =>
  statement((db, params: Values) =>
    db
      .insertInto('discount_codes')
      // A flat list of places, one a column of each row.
      .values(rowsOf<DiscountCodesTable>(params, codeColumns, size))
      .onConflict((conflict) => conflict.columns(['workspace_id', 'canonical_key']).doNothing())
      .returning('id'),
  );

const insertList = (size: number) =>
  statement((db, params: Values) =>
    db.insertInto('imported_codes').values(rowsOf<ImportedCodesTable>(params, listColumns, size)),
  );

const codesBySize = new Map([1, batchSize].map((size) => [size, insertCodes(size)]));
const listBySize = new Map([1, batchSize].map((size) => [size, insertList(size)]));

/** Writes the codes of a file whose keys are free; they exist for nobody before the file is published. Answers the ids of those that it wrote. */
export async function insertImportedCodes(
  tx: WriteTransaction,
  importId: string,
  rows: readonly NewDiscountCode[],
): Promise<Set<string>> {
  const inserted = new Set<string>();
  for (const batch of batches(rows)) {
    const values = batch.flatMap((row) => codeColumns.map((column) => row[column]));
    const found = (await codesBySize.get(batch.length)?.list(tx, values)) ?? [];
    for (const { id } of found) inserted.add(id);
  }
  const written = rows.filter(({ id }) => inserted.has(id));
  for (const batch of batches(written)) {
    await listBySize.get(batch.length)?.run(
      tx,
      batch.flatMap(({ workspace_id, id, imported_uses }) => [workspace_id, importId, id, imported_uses]),
    );
  }
  return inserted;
}

/** The codes with these canonical keys, archived ones included. */
export function listDiscountCodesByKey(
  db: Reader,
  workspaceId: string,
  keys: readonly string[],
): Promise<DiscountCodeRow[]> {
  return withCounters(db)
    .where('discount_codes.workspace_id', '=', workspaceId)
    .where('discount_codes.canonical_key', 'in', keys)
    .execute();
}

/** The codes that an export has, oldest first, after a place: no archived ones and no batches. */
export function listExportedCodes(
  db: Reader,
  {
    workspaceId,
    after,
    limit,
  }: { workspaceId: string; after: { createdAt: number; id: string }; limit: number },
): Promise<DiscountCodesTable[]> {
  return (
    db
      .selectFrom('discount_codes')
      // A code without counters belongs to a file that is not whole yet.
      .innerJoin('discount_code_usage', (join) =>
        join
          .onRef('discount_code_usage.workspace_id', '=', 'discount_codes.workspace_id')
          .onRef('discount_code_usage.discount_code_id', '=', 'discount_codes.id'),
      )
      .selectAll('discount_codes')
      .where('discount_codes.workspace_id', '=', workspaceId)
      .where((where) =>
        where(where.refTuple('created_at', 'id'), '>', where.tuple(after.createdAt, after.id)),
      )
      .where('archived_at', 'is', null)
      .where('kind', '=', 'reusable')
      .orderBy('created_at')
      .orderBy('id')
      .limit(limit)
      .execute()
  );
}

/** Which of the keys are one-time strings of the workspace. */
export async function listStringKeys(
  db: Reader,
  workspaceId: string,
  keys: readonly string[],
): Promise<string[]> {
  const rows = await db
    .selectFrom('one_time_strings')
    .select('canonical_key')
    .where('workspace_id', '=', workspaceId)
    .where('canonical_key', 'in', keys)
    .execute();
  return rows.map((row) => row.canonical_key);
}

function rowsOf<Row>(params: Values, names: readonly (keyof Row)[], size: number): Row[] {
  return Array.from({ length: size }, (_, row) => {
    const cells = names.map((name, column) => [name, params[row * names.length + column]]);
    // Each column's place holds a value of its type.
    return Object.fromEntries(cells) as Row;
  });
}

function* batches<Row>(rows: readonly Row[]): Generator<readonly Row[]> {
  const whole = rows.length - (rows.length % batchSize);
  for (let at = 0; at < whole; at += batchSize) yield rows.slice(at, at + batchSize);
  for (const row of rows.slice(whole)) yield [row];
}
