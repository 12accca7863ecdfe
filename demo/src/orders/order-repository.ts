import type { Database } from '../storage/database.js';
import type { Order, OrderStatus } from './order.js';

interface OrderRow {
  id: string;
  customer_id: string;
  name: string;
  email: string;
  address: string;
  region: string;
  lines: string;
  codes: string;
  subtotal: number;
  shipping_amount: number;
  discount_amount: number;
  shipping_discount: number;
  total: number;
  status: OrderStatus;
  created_at: number;
}

/** The orders as they are stored. */
export interface OrderRepository {
  /** Stores a new order; false when one with this id is there already. */
  insert(order: Order): boolean;
  find(id: string): Order | undefined;
  /** Newest first, at most `limit`. */
  list(limit: number): Order[];
  /** Moves an order from one status to another; false when it was not in `from`. */
  move(id: string, from: OrderStatus, to: OrderStatus, now: number): boolean;
}

/** The repository over an open database. */
export function createOrderRepository(database: Database): OrderRepository {
  const insert = database.prepare(
    `INSERT INTO orders (id, customer_id, name, email, address, region, lines, codes, subtotal, shipping_amount,
       discount_amount, shipping_discount, total, status, created_at, updated_at)
     VALUES (@id, @customerId, @name, @email, @address, @region, @lines, @codes, @subtotal, @shippingAmount,
       @discountAmount, @shippingDiscount, @total, @status, @createdAt, @createdAt)
     ON CONFLICT (id) DO NOTHING`,
  );
  const find = database.prepare<[string], OrderRow>('SELECT * FROM orders WHERE id = ?');
  const list = database.prepare<[number], OrderRow>(
    'SELECT * FROM orders ORDER BY created_at DESC, id LIMIT ?',
  );
  const move = database.prepare<[OrderStatus, number, string, OrderStatus]>(
    'UPDATE orders SET status = ?, updated_at = ? WHERE id = ? AND status = ?',
  );
  return {
    insert: (order) =>
      insert.run({ ...order, lines: JSON.stringify(order.lines), codes: JSON.stringify(order.codes) })
        .changes === 1,
    find: (id) => {
      const row = find.get(id);
      return row && toOrder(row);
    },
    list: (limit) => list.all(limit).map(toOrder),
    move: (id, from, to, now) => move.run(to, now, id, from).changes === 1,
  };
}

function toOrder(row: OrderRow): Order {
  return {
    id: row.id,
    customerId: row.customer_id,
    name: row.name,
    email: row.email,
    address: row.address,
    region: row.region,
    // Only `insert` above writes these two columns.
    lines: JSON.parse(row.lines) as Order['lines'],
    codes: JSON.parse(row.codes) as Order['codes'],
    subtotal: row.subtotal,
    shippingAmount: row.shipping_amount,
    discountAmount: row.discount_amount,
    shippingDiscount: row.shipping_discount,
    total: row.total,
    status: row.status,
    createdAt: row.created_at,
  };
}
