import type { DiscountCodesTable } from '../../storage/tables.js';

/** What a file does not say of a code. */
const own: ReadonlySet<string> = new Set<keyof DiscountCodesTable>([
  'id',
  'version',
  'created_at',
  'updated_at',
]);

/** Whether a stored code is just what a row of a file asks for, so that importing it again changes nothing. */
export function isUnchanged(stored: DiscountCodesTable, asked: DiscountCodesTable): boolean {
  return Object.entries(asked).every(
    // Both rows have the same columns.
    ([column, value]) => own.has(column) || stored[column as keyof DiscountCodesTable] === value,
  );
}
