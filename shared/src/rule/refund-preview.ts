import type { UnitShare } from '../money/split-over-units.js';
import type { LineAllocation } from '../schemas/redemption.js';

/** Which units of a line come back; `alreadyRefunded` of them (default 0) came back before. */
export interface RefundQuantity {
  readonly lineId: string;
  readonly quantity: number;
  readonly alreadyRefunded?: number | null | undefined;
}

/** What was paid for the returned units of one line, minor units: `amount = gross − discount`. */
export interface RefundedLine {
  readonly lineId: string;
  readonly quantity: number;
  readonly gross: number;
  readonly discount: number;
  readonly amount: number;
}

/** What a refund comes to, or the first line that cannot be refunded so. */
export type RefundPreview =
  | { readonly ok: true; readonly amount: number; readonly lines: readonly RefundedLine[] }
  | {
      readonly ok: false;
      readonly fault: 'UNKNOWN_LINE' | 'DUPLICATE_LINE' | 'TOO_MANY_UNITS';
      readonly index: number;
    };

/**
 * What was really paid for some units of an order, from the stored unit shares. `stored` may hold the rows of several codes of the
 * order: a line's discounts add up. Units come off the run-length list in order, so that partial refunds add up to exactly what
 * was paid.
 */
export function refundPreview(
  stored: readonly LineAllocation[],
  quantities: readonly RefundQuantity[],
): RefundPreview {
  const lines: RefundedLine[] = [];
  const seen = new Set<string>();
  for (const [index, wanted] of quantities.entries()) {
    const rows = stored.filter((row) => row.lineId === wanted.lineId);
    if (rows[0] === undefined) return { ok: false, fault: 'UNKNOWN_LINE', index };
    if (seen.has(wanted.lineId)) return { ok: false, fault: 'DUPLICATE_LINE', index };
    seen.add(wanted.lineId);
    if (wanted.quantity + (wanted.alreadyRefunded ?? 0) > rows[0].quantity) {
      return { ok: false, fault: 'TOO_MANY_UNITS', index };
    }
    lines.push(refundLine(wanted, rows, rows[0].unitAmount));
  }
  return { ok: true, amount: lines.reduce((sum, line) => sum + line.amount, 0), lines };
}

function refundLine(
  wanted: RefundQuantity,
  rows: readonly LineAllocation[],
  unitAmount: number,
): RefundedLine {
  const { lineId, quantity } = wanted;
  const gross = quantity * unitAmount;
  const discount = rows.reduce(
    (sum, { unitShares }) => sum + takeShares(unitShares, wanted.alreadyRefunded ?? 0, quantity),
    0,
  );
  return { lineId, quantity, gross, discount, amount: gross - discount };
}

/** The sum of `count` unit shares after the first `skipped`. */
function takeShares(shares: readonly UnitShare[], skipped: number, count: number): number {
  let start = 0;
  let sum = 0;
  for (const { units, amount } of shares) {
    const from = Math.max(start, skipped);
    const to = Math.min(start + units, skipped + count);
    if (to > from) sum += (to - from) * amount;
    start += units;
  }
  return sum;
}
