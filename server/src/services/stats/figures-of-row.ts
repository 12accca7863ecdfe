import type { DayFigures } from '../../storage/repositories/daily-stats.js';
import type { RedemptionsTable } from '../../storage/tables.js';
import { slotsOf } from '../ledger/slots.js';

/** What a row of the ledger adds to its day. */
export interface RowFigures {
  readonly ofCode: DayFigures;
  readonly ofWorkspace: DayFigures;
}

/**
 * What a row says in the figures of its day: of its code, and of the workspace, where the first code of an order stands for the
 * order. A reversed row has left all but the fee, which a reversal does not pay back. `hemat audit` counts the same.
 */
export function figuresOfRow(row: RedemptionsTable | null): RowFigures {
  if (row === null || row.redeemed_day === null) return { ofCode: nothing, ofWorkspace: nothing };
  const isPaid = row.status === 'redeemed' ? 1 : 0;
  const isFirst = row.position === 0 ? 1 : 0;
  const ofCode: DayFigures = {
    ...nothing,
    uses: slotsOf(row).uses,
    orders: isPaid,
    discount_amount: isPaid * row.discount_amount,
    shipping_discount: isPaid * row.shipping_discount,
    revenue: isPaid * row.total,
    gross: isPaid * (row.subtotal + row.shipping_amount),
  };
  const ofWorkspace: DayFigures = {
    ...ofCode,
    orders: isFirst * ofCode.orders,
    revenue: isFirst * ofCode.revenue,
    gross: isFirst * ofCode.gross,
    fee_orders: isFirst,
    fee_base: isFirst * row.total,
    fee_amount: row.fee_amount,
  };
  return { ofCode, ofWorkspace };
}

/** What has to be added to `before` to come to `after`. */
export function difference(after: DayFigures, before: DayFigures): DayFigures {
  return {
    uses: after.uses - before.uses,
    orders: after.orders - before.orders,
    discount_amount: after.discount_amount - before.discount_amount,
    shipping_discount: after.shipping_discount - before.shipping_discount,
    revenue: after.revenue - before.revenue,
    gross: after.gross - before.gross,
    fee_orders: after.fee_orders - before.fee_orders,
    fee_base: after.fee_base - before.fee_base,
    fee_amount: after.fee_amount - before.fee_amount,
  };
}

const nothing: DayFigures = {
  uses: 0,
  orders: 0,
  discount_amount: 0,
  shipping_discount: 0,
  revenue: 0,
  gross: 0,
  fee_orders: 0,
  fee_base: 0,
  fee_amount: 0,
};
