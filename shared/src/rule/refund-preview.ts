import { splitOverUnits, type UnitShare } from '../money/split-over-units.js';
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
 * What was really paid for some units of an order, from the stored unit shares. `stored` may hold the rows of several codes of
 * the order: a line's discounts add up. Units come off the run-length list in order, so that partial refunds add up to exactly
 * what was paid, and no unit is refunded at less than zero.
 */
export function refundPreview(
  stored: readonly LineAllocation[],
  quantities: readonly RefundQuantity[],
): RefundPreview {
  const lines: RefundedLine[] = [];
  const seen = new Set<string>();
  for (const [index, wanted] of quantities.entries()) {
    const [row, ...others] = stored.filter(({ lineId }) => lineId === wanted.lineId);
    if (row === undefined) return { ok: false, fault: 'UNKNOWN_LINE', index };
    if (seen.has(wanted.lineId)) return { ok: false, fault: 'DUPLICATE_LINE', index };
    seen.add(wanted.lineId);
    if (wanted.quantity + (wanted.alreadyRefunded ?? 0) > row.quantity) {
      return { ok: false, fault: 'TOO_MANY_UNITS', index };
    }
    lines.push(refundLine(wanted, row, sharesOf(row, others)));
  }
  return { ok: true, amount: lines.reduce((sum, line) => sum + line.amount, 0), lines };
}

/** With several codes the line is split anew: their odd units would else all meet in the first unit and exceed its price. */
function sharesOf(row: LineAllocation, others: readonly LineAllocation[]): readonly UnitShare[] {
  if (others.length === 0) return row.unitShares;
  return splitOverUnits(
    others.reduce((sum, { amount }) => sum + amount, row.amount),
    row.quantity,
  );
}

function refundLine(
  { lineId, quantity, alreadyRefunded }: RefundQuantity,
  { unitAmount }: LineAllocation,
  shares: readonly UnitShare[],
): RefundedLine {
  const gross = quantity * unitAmount;
  const discount = takeShares(shares, alreadyRefunded ?? 0, quantity);
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
