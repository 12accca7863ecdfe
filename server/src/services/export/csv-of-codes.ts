import type { DiscountCodesTable } from '../../storage/tables.js';
import { csvLines } from '../csv/csv-lines.js';
import { valueOf } from '../present-discount-code.js';
import { writeList } from '../csv/list-cell.js';

type Cell = string | number | boolean | null;

/** The columns of an export, in order: every field of a code that a file may have, each as its code has it now. */
const cells: Readonly<Record<string, (row: DiscountCodesTable) => Cell>> = {
  code: (row) => row.code,
  type: (row) => row.type,
  value: (row) => valueOf(row),
  currency: (row) => row.currency,
  name: (row) => row.name,
  description: (row) => row.description,
  title: (row) => row.title,
  scope: (row) => row.scope,
  productIds: (row) => list(row.product_ids),
  tagFilter: (row) => list(row.tag_filter),
  minPurchaseAmount: (row) => row.min_purchase_amount,
  maxDiscountAmount: (row) => row.max_discount_amount,
  maxUsesTotal: (row) => row.max_uses_total,
  maxUsesPerCustomer: (row) => row.max_uses_per_customer,
  customerEligibility: (row) => row.customer_eligibility,
  regions: (row) => (row.regions === null ? null : list(row.regions)),
  combinesWith: (row) => list(row.combines_with),
  startsAt: (row) => instant(row.starts_at),
  expiresAt: (row) => instant(row.expires_at),
  active: (row) => row.active === 1,
  public: (row) => row.public === 1,
  limitPolicy: (row) => row.limit_policy,
  holdMinutes: (row) => row.hold_minutes,
  metadata: (row) => (row.metadata === '{}' ? null : row.metadata),
};

/** The first row of an export. */
export const csvHeader = csvLines([Object.keys(cells)]);

/** Codes as rows of an export. */
export function csvOfCodes(rows: readonly DiscountCodesTable[]): string {
  return csvLines(rows.map((row) => Object.values(cells).map((cell) => textOf(cell(row)))));
}

function textOf(cell: Cell): string | null {
  return cell === null ? null : String(cell);
}

function list(json: string): string | null {
  // Written as a checked list of strings.
  return writeList(JSON.parse(json) as string[]);
}

function instant(epochMs: number | null): string | null {
  return epochMs === null ? null : new Date(epochMs).toISOString();
}
