import type { NewDiscountCode } from '../../storage/repositories/discount-code-batches.js';
import type { DiscountCodesTable } from '../../storage/tables.js';

/** What a file does not say of a code; what was counted elsewhere is only taken over with a new one. */
const own: ReadonlySet<string> = new Set<keyof NewDiscountCode>([
  'imported_uses',
  'id',
  'version',
  'created_at',
  'updated_at',
]);

/** Whether a stored code is just what a row of a file asks for, so that importing it again changes nothing. */
export function isUnchanged(stored: DiscountCodesTable, asked: NewDiscountCode): boolean {
  return Object.entries(asked).every(
    // Both rows have the same columns.
    ([column, value]) => own.has(column) || stored[column as keyof DiscountCodesTable] === value,
  );
}
