import type { Database } from '../storage/database.js';

/** How the shop heard of a payment. */
export type PaymentSource = 'by_hand' | 'webhook';

/** What hearing of it did: the first confirmation, one more of the same order, or money for an order that wants none. */
export type PaymentEffect = 'confirmed' | 'repeated' | 'unexpected';

/** One confirmation of a payment; amount in whole rupiah. */
export interface Payment {
  /** The gateway's id, or one of our own for a confirmation by hand. */
  readonly id: string;
  readonly orderId: string;
  readonly source: PaymentSource;
  readonly amount: number;
  readonly effect: PaymentEffect;
  /** Epoch ms. */
  readonly receivedAt: number;
}

/** The confirmations as they are stored. */
export interface PaymentRepository {
  /** Stores a confirmation; false when this very one (same id) is known. */
  insert(payment: Payment): boolean;
  find(id: string): Payment | undefined;
  /** Oldest first. */
  listOfOrder(orderId: string): Payment[];
}

const columns = 'id, order_id AS orderId, source, amount, effect, received_at AS receivedAt';

/** The repository over an open database. */
export function createPaymentRepository(database: Database): PaymentRepository {
  const insert = database.prepare(
    `INSERT INTO payments (id, order_id, source, amount, effect, received_at)
     VALUES (@id, @orderId, @source, @amount, @effect, @receivedAt) ON CONFLICT (id) DO NOTHING`,
  );
  const find = database.prepare<[string], Payment>(`SELECT ${columns} FROM payments WHERE id = ?`);
  const listOfOrder = database.prepare<[string], Payment>(
    `SELECT ${columns} FROM payments WHERE order_id = ? ORDER BY received_at, id`,
  );
  return {
    insert: (payment) => insert.run(payment).changes === 1,
    find: (id) => find.get(id),
    listOfOrder: (orderId) => listOfOrder.all(orderId),
  };
}
