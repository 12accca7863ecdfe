import type { Database } from '../storage/database.js';

/** Units of one line that came back. */
export interface RefundedLine {
  readonly lineId: string;
  readonly quantity: number;
}

/** Money that went back to the shopper, whole rupiah. */
export interface Refund {
  readonly orderId: string;
  /** From 0; the place of this refund among those of the order. */
  readonly sequence: number;
  readonly lines: readonly RefundedLine[];
  readonly amount: number;
  /** Epoch ms. */
  readonly createdAt: number;
}

/** The refunds as they are stored. */
export interface RefundRepository {
  /** Stores a refund; false when the order has one at this place already. */
  insert(refund: Refund): boolean;
  /** Oldest first. */
  listOfOrder(orderId: string): Refund[];
}

interface RefundRow extends Omit<Refund, 'lines'> {
  readonly lines: string;
}

/** The repository over an open database. */
export function createRefundRepository(database: Database): RefundRepository {
  const insert = database.prepare(
    `INSERT INTO refunds (order_id, sequence, lines, amount, created_at)
     VALUES (@orderId, @sequence, @lines, @amount, @createdAt) ON CONFLICT DO NOTHING`,
  );
  const listOfOrder = database.prepare<[string], RefundRow>(
    `SELECT order_id AS orderId, sequence, lines, amount, created_at AS createdAt
     FROM refunds WHERE order_id = ? ORDER BY sequence`,
  );
  return {
    insert: (refund) => insert.run({ ...refund, lines: JSON.stringify(refund.lines) }).changes === 1,
    listOfOrder: (orderId) =>
      listOfOrder.all(orderId).map((row) => ({
        ...row,
        // Only `insert` above writes this column.
        lines: JSON.parse(row.lines) as Refund['lines'],
      })),
  };
}
