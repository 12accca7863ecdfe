import type { Database } from '../storage/database.js';

/** How the shop heard of a payment. */
export type PaymentSource = 'by_hand' | 'webhook';

/** What hearing of it did: the first confirmation, one more of the same, or money for an order that wants none. */
export type PaymentEffect = 'confirmed' | 'repeated' | 'unexpected';

/** One confirmation of a payment; amount in whole rupiah. A payment that is delivered twice is confirmed twice. */
export interface Payment {
  /** The gateway's id, or one of our own for a confirmation by hand. */
  readonly paymentId: string;
  readonly orderId: string;
  readonly source: PaymentSource;
  readonly amount: number;
  readonly effect: PaymentEffect;
  /** Epoch ms. */
  readonly receivedAt: number;
}

/** The confirmations as they are stored. */
export interface PaymentRepository {
  insert(payment: Payment): void;
  /** Oldest first. */
  listOfOrder(orderId: string): Payment[];
}

/** The repository over an open database. */
export function createPaymentRepository(database: Database): PaymentRepository {
  const insert = database.prepare(
    `INSERT INTO payments (payment_id, order_id, source, amount, effect, received_at)
     VALUES (@paymentId, @orderId, @source, @amount, @effect, @receivedAt)`,
  );
  const listOfOrder = database.prepare<[string], Payment>(
    `SELECT payment_id AS paymentId, order_id AS orderId, source, amount, effect, received_at AS receivedAt
     FROM payments WHERE order_id = ? ORDER BY id`,
  );
  return {
    insert: (payment) => void insert.run(payment),
    listOfOrder: (orderId) => listOfOrder.all(orderId),
  };
}
