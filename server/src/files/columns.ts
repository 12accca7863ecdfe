import type { discountCodeFields } from '@hemat/shared/schemas';

/** How a column's cells are read and written. */
export type ColumnKind = 'text' | 'word' | 'number' | 'flag' | 'list' | 'map';

/** The fields of a code that a file may have, by the kind of their cells; an export has all of them but `validThrough`. */
export const codeColumns = {
  code: 'text',
  type: 'word',
  value: 'number',
  currency: 'word',
  name: 'text',
  description: 'text',
  title: 'text',
  scope: 'word',
  productIds: 'list',
  tagFilter: 'list',
  minPurchaseAmount: 'number',
  maxDiscountAmount: 'number',
  maxUsesTotal: 'number',
  maxUsesPerCustomer: 'number',
  customerEligibility: 'word',
  regions: 'list',
  combinesWith: 'list',
  startsAt: 'word',
  expiresAt: 'word',
  validThrough: 'word',
  active: 'flag',
  public: 'flag',
  limitPolicy: 'word',
  holdMinutes: 'number',
  metadata: 'map',
} as const satisfies Record<'code' | 'type' | keyof typeof discountCodeFields, ColumnKind>;

/** A field of a code that a file may have. */
export type CodeColumn = keyof typeof codeColumns;
