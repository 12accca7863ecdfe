import type { Cart } from '@hemat/shared';
import type { Command } from '../command.js';
import { ask, cartOf, keysOf, leftOf } from './ask.js';
import { instantOf, usesOf, writeRow, type Book, type BookOrder, type BookRow } from './book.js';
import { figuresOf } from './figures.js';
import { refuseQuote } from './lock.js';
import { refuse, type Refusal } from './refuse.js';
import { answerRows, freshRow, haveEach, lockedRows, newestLock, paidRows } from './rows.js';

type Redeem = Extract<Command, { does: 'redeem' }>;

/** Counts what a paid order used: its newest lock as it was frozen, else the codes and cart of the call. */
export function redeem(book: Book, command: Redeem): object {
  const asked = keysOf(command.codes ?? []);
  const cart = command.cart === null ? null : cartOf(command.cart);
  const order = book.orders.get(command.orderId);
  if (order === undefined) {
    if (cart !== null && asked.length > 0) return redeemAnew(book, command, cart, undefined);
    return asked.length === 0
      ? refuse('NOT_FOUND', { field: 'orderId' })
      : refuse('VALIDATION_ERROR', { field: 'subtotal' });
  }
  const paid = paidRows(order);
  if (paid.length > 0) {
    return isOther(order, cart) || !haveEach(paid, asked)
      ? refuse('REDEMPTION_CONFLICT')
      : { created: false, ...answerRows(paid, asked) };
  }
  const locked = newestLock(order);
  if (locked.length > 0 && haveEach(locked, asked)) return redeemLocked(book, command, order, locked);
  if (lockedRows(order).length > 0 || cart === null || asked.length === 0) {
    return refuse('REDEMPTION_CONFLICT');
  }
  return redeemAnew(book, command, cart, order);
}

function isOther({ figures }: BookOrder, cart: Cart | null): boolean {
  return (
    cart !== null &&
    (cart.subtotal !== figures.subtotal ||
      cart.currency !== figures.currency ||
      cart.shippingAmount !== figures.shippingAmount)
  );
}

function redeemLocked(book: Book, command: Redeem, order: BookOrder, locked: BookRow[]): object {
  const customerId = order.customerId ?? command.customerId;
  for (const row of locked) {
    const refusal = refuseFull(book, order, row, customerId);
    if (refusal !== null) return refusal;
  }
  const rows = locked.map((row, place): BookRow => ({
    ...row,
    status: 'redeemed',
    customerId,
    feeAmount: place === 0 ? feeOf(order.figures.total) : 0,
    redeemedAt: instantOf(book.now),
  }));
  order.customerId = customerId;
  return count(book, order, rows, keysOf(command.codes ?? []));
}

/** An honoured lock and a live hold stand; a strict one and a hold that ran out need a free slot. */
function refuseFull(book: Book, order: BookOrder, row: BookRow, customerId: string | null): Refusal | null {
  if (row.status !== 'expired' && row.limitPolicy !== 'strict') return null;
  const left = leftOf(book, row.key, customerId, order);
  const conflict = row.status === 'expired' ? ({ conflict: true } as const) : {};
  const rest = { ...conflict, details: { code: row.code } };
  if (left.total !== null && left.total <= 0) return refuse('MAX_USES_REACHED', rest);
  if (left.customer !== null && left.customer <= 0) return refuse('CUSTOMER_LIMIT_REACHED', rest);
  return null;
}

function redeemAnew(book: Book, command: Redeem, cart: Cart, known: BookOrder | undefined): object {
  const typed = command.codes ?? [];
  const keys = keysOf(typed);
  const customerId = command.customerId ?? known?.customerId ?? null;
  const answer = ask(book, keys, cart, { buyer: { customerId, isNew: command.isNew }, order: known });
  if (!answer.applies) return refuseQuote(book, typed, keys, answer);
  const order: BookOrder = { cart, customerId, figures: figuresOf(answer), rows: known?.rows ?? [] };
  const rows = answer.codes.map((quoted, place): BookRow => ({
    ...freshRow(book, { id: command.orderId, cart, customerId, known }, answer, quoted),
    status: 'redeemed',
    feeAmount: place === 0 ? feeOf(answer.total) : 0,
    redeemedAt: instantOf(book.now),
  }));
  book.orders.set(command.orderId, order);
  return count(book, order, rows, keys);
}

/** Writes paid rows; a row that stands above its cap says so. */
function count(book: Book, order: BookOrder, rows: BookRow[], asked: string[]): object {
  const { customerId } = order;
  if (customerId !== null) book.paidOrders.set(customerId, (book.paidOrders.get(customerId) ?? 0) + 1);
  const counted = rows.map((row) => {
    const { maxUsesTotal, maxUsesPerCustomer } = book.codes.get(row.key)?.fields ?? {};
    const total = usesOf(book, row.key) + 1;
    const own = customerId === null ? 0 : usesOf(book, row.key, { customerId }) + 1;
    const overLimit =
      (maxUsesTotal != null && total > maxUsesTotal) ||
      (maxUsesPerCustomer != null && own > maxUsesPerCustomer);
    return { ...row, overLimit };
  });
  for (const row of counted) writeRow(book, order, row);
  return { created: true, ...answerRows(counted, asked) };
}

/** 0.3 % of the net total, half up. */
function feeOf(total: number): number {
  return Math.floor((total * 30 + 5000) / 10_000);
}
