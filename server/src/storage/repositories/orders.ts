import { sql } from 'kysely';
import { columns, statement } from '../statement.js';
import type { WriteTransaction } from '../storage.js';
import type { OrdersTable } from '../tables.js';

/** Which order of which shop system of which workspace. */
export interface OrderKey {
  readonly workspaceId: string;
  readonly externalSource: string;
  /** The shop's order id. */
  readonly externalRef: string;
}

/** The frozen content of an order. */
export type OrderContent = Pick<
  OrdersTable,
  | 'customer_id'
  | 'cart'
  | 'cart_hash'
  | 'currency'
  | 'subtotal'
  | 'shipping_amount'
  | 'discount_amount'
  | 'shipping_discount'
  | 'total'
>;

/** An order that was taken; the cart itself is only kept for the record. */
export type TakenOrder = Omit<OrderContent, 'cart'> & Pick<OrdersTable, 'revision'>;

const taken = [
  'customer_id',
  'cart_hash',
  'currency',
  'subtotal',
  'shipping_amount',
  'discount_amount',
  'shipping_discount',
  'total',
  'revision',
] as const;

const insertOrTake = statement((db, row: OrdersTable) =>
  db
    .insertInto('orders')
    .values(
      columns(row, [
        'workspace_id',
        'external_source',
        'external_ref',
        'customer_id',
        'cart',
        'cart_hash',
        'currency',
        'subtotal',
        'shipping_amount',
        'discount_amount',
        'shipping_discount',
        'total',
        'revision',
        'created_at',
        'updated_at',
      ]),
    )
    .onConflict((conflict) =>
      conflict
        .columns(['workspace_id', 'external_source', 'external_ref'])
        .doUpdateSet({ revision: sql`orders.revision + 1`, updated_at: row.updated_at }),
    )
    .returning(taken),
);

const take = statement((db, params: OrderKey & { now: number }) =>
  db
    .updateTable('orders')
    .set({ revision: sql`revision + 1`, updated_at: params.now })
    .where('workspace_id', '=', params.workspaceId)
    .where('external_source', '=', params.externalSource)
    .where('external_ref', '=', params.externalRef)
    .returning(taken),
);

const setContent = statement((db, params: OrderKey & OrderContent) =>
  db
    .updateTable('orders')
    .set({
      customer_id: params.customer_id,
      cart: params.cart,
      cart_hash: params.cart_hash,
      currency: params.currency,
      subtotal: params.subtotal,
      shipping_amount: params.shipping_amount,
      discount_amount: params.discount_amount,
      shipping_discount: params.shipping_discount,
      total: params.total,
    })
    .where('workspace_id', '=', params.workspaceId)
    .where('external_source', '=', params.externalSource)
    .where('external_ref', '=', params.externalRef),
);

const setCustomer = statement((db, params: OrderKey & { customerId: string }) =>
  db
    .updateTable('orders')
    .set({ customer_id: params.customerId })
    .where('workspace_id', '=', params.workspaceId)
    .where('external_source', '=', params.externalSource)
    .where('external_ref', '=', params.externalRef),
);

/**
 * Takes the order until the write ends, as every write that touches one must do first. A new order (`revision` 1) gets the
 * content of `row`; a known one keeps its own.
 */
export async function insertOrTakeOrder(tx: WriteTransaction, row: OrdersTable): Promise<TakenOrder> {
  const order = await insertOrTake.find(tx, row);
  if (order === undefined) throw new Error('an upsert answered no order');
  return order;
}

/** The same for an order that must be known; `undefined` where it is not. */
export function takeOrder(tx: WriteTransaction, key: OrderKey, now: number): Promise<TakenOrder | undefined> {
  return take.find(tx, { ...key, now });
}

/** Writes the content of an order that was taken. */
export async function setOrderContent(
  tx: WriteTransaction,
  key: OrderKey,
  content: OrderContent,
): Promise<void> {
  await setContent.send(tx, { ...key, ...content });
}

/** Writes whose order it is that was taken. */
export async function setOrderCustomer(
  tx: WriteTransaction,
  key: OrderKey,
  customerId: string,
): Promise<void> {
  await setCustomer.send(tx, { ...key, customerId });
}
