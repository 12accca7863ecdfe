import type { Cart, Figures } from '@hemat/shared';
import {
  insertOrTakeOrder,
  takeOrder,
  type OrderContent,
  type OrderKey,
  type TakenOrder,
} from '../../storage/repositories/orders.js';
import { listOrderRedemptions } from '../../storage/repositories/redemptions.js';
import type { WriteTransaction } from '../../storage/storage.js';
import type { RedemptionsTable } from '../../storage/tables.js';
import { cartHash } from '../cart-hash.js';
import type { Deps } from '../deps.js';
import { expireHold, isHoldOver } from './expire-hold.js';

/** An order that is taken until the write ends, and its rows in the order of its codes. */
export interface OpenOrder {
  readonly order: TakenOrder;
  readonly rows: readonly RedemptionsTable[];
}

/** Takes an order, known or new; a new one is `fresh`. Its own holds that have run out are expired. */
export async function openOrder(
  deps: Pick<Deps, 'now' | 'newId'>,
  tx: WriteTransaction,
  key: OrderKey,
  fresh: OrderContent,
): Promise<OpenOrder> {
  const now = deps.now();
  const order = await insertOrTakeOrder(tx, {
    workspace_id: key.workspaceId,
    external_source: key.externalSource,
    external_ref: key.externalRef,
    ...fresh,
    revision: 1,
    created_at: now,
    updated_at: now,
  });
  return { order, rows: order.revision === 1 ? [] : await ownRows(deps, tx, key) };
}

/** The same for an order that must be known; `undefined` where it is not. */
export async function openKnownOrder(
  deps: Pick<Deps, 'now' | 'newId'>,
  tx: WriteTransaction,
  key: OrderKey,
): Promise<OpenOrder | undefined> {
  const order = await takeOrder(tx, key, deps.now());
  return order && { order, rows: await ownRows(deps, tx, key) };
}

/** What an order keeps of a cart, before any discount. */
export function orderContent(cart: Cart, customerId: string | null): OrderContent {
  return {
    customer_id: customerId,
    cart: JSON.stringify(cart),
    cart_hash: cartHash(cart),
    currency: cart.currency,
    subtotal: cart.subtotal,
    shipping_amount: cart.shippingAmount,
    discount_amount: 0,
    shipping_discount: 0,
    total: cart.subtotal + cart.shippingAmount,
  };
}

/** The same with the discount of a quote. */
export function discounted(
  content: OrderContent,
  customerId: string | null,
  { discountAmount, shippingDiscount, total }: Figures,
): OrderContent {
  return {
    ...content,
    customer_id: customerId,
    discount_amount: discountAmount,
    shipping_discount: shippingDiscount,
    total,
  };
}

async function ownRows(
  deps: Pick<Deps, 'now' | 'newId'>,
  tx: WriteTransaction,
  key: OrderKey,
): Promise<RedemptionsTable[]> {
  const rows: RedemptionsTable[] = [];
  for (const row of await listOrderRedemptions(tx, key)) {
    rows.push(isHoldOver(row, deps.now()) ? await expireHold(deps, tx, row) : row);
  }
  return rows;
}
