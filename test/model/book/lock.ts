import type { AppliedQuote, Cart, RefusedQuote } from '@hemat/shared';
import type { Command } from '../command.js';
import { ask, cartOf, keysOf, type Buyer } from './ask.js';
import { instantOf, writeRow, type Book, type BookOrder, type ShownQuote } from './book.js';
import { areSameAmounts, areSameGoods, figuresOf } from './figures.js';
import { refuse, type Refusal } from './refuse.js';
import { answerRows, freshRow, haveEach, lockedRows, newestLock, paidRows } from './rows.js';

type Lock = Extract<Command, { does: 'lock' }>;

/** Freezes the discount of an order that was submitted. */
export function lock(book: Book, command: Lock): object {
  const order = book.orders.get(command.orderId);
  const asked = keysOf(command.codes);
  const cart = cartOf(command.cart);
  const shown = command.shown === null ? undefined : book.shown.get(command.shown);
  const paid = order === undefined ? [] : paidRows(order);
  if (order !== undefined && paid.length > 0) {
    if (!haveEach(paid, asked) || !areSameGoods(order.figures, figuresOfCart(cart))) {
      return refuse('REDEMPTION_CONFLICT');
    }
    return { created: false, ...order.figures, ...answerRows(paid, asked) };
  }
  if (order !== undefined && standsAsAsked(order, { asked, cart, shown, customerId: command.customerId })) {
    return { created: false, ...order.figures, ...answerRows(lockedRows(order), asked) };
  }
  return lockAnew(book, command, { order, asked, cart, shown });
}

/** The same codes, cart and customer again: the stored rows, unless another amount was shown since or a hold of them ran out. */
function standsAsAsked(
  order: BookOrder,
  again: { asked: string[]; cart: Cart; shown: ShownQuote | undefined; customerId: string | null },
): boolean {
  const { asked, cart, shown, customerId } = again;
  const rows = newestLock(order);
  return (
    rows.length > 0 &&
    rows.every(({ status }) => status === 'locked') &&
    haveEach(rows, asked) &&
    JSON.stringify(order.cart) === JSON.stringify(cart) &&
    (customerId === null || customerId === order.customerId) &&
    (shown === undefined || areSameAmounts(shown.figures, order.figures))
  );
}

interface Attempt {
  readonly order: BookOrder | undefined;
  readonly asked: string[];
  readonly cart: Cart;
  readonly shown: ShownQuote | undefined;
}

function lockAnew(book: Book, command: Lock, attempt: Attempt): object {
  const { order, asked, cart, shown } = attempt;
  const kept = (order === undefined ? [] : lockedRows(order)).map(({ key }) => key);
  const isWhole = kept.every((key) => asked.includes(key));
  const keys = isWhole ? asked : [...kept, ...asked.filter((key) => !kept.includes(key))];
  const customerId = command.customerId ?? order?.customerId ?? null;
  const buyer: Buyer = { customerId, isNew: command.isNew };
  const answer = ask(book, keys, cart, { buyer, order });
  if (!answer.applies) return refuseLock(book, command, { ...attempt, keys, buyer }, answer);
  const changed = shown && changeSince(shown, answer, cart);
  if (changed) return refuse('QUOTE_CHANGED', { details: changed });

  const taken: BookOrder = { cart, customerId, figures: figuresOf(answer), rows: order?.rows ?? [] };
  const rows = answer.codes.map((quoted) => {
    const row = freshRow(book, { id: command.orderId, cart, customerId, known: order }, answer, quoted);
    const minutes = book.codes.get(row.key)?.fields.holdMinutes ?? 0;
    const holdEnd = row.limitPolicy === 'hold' ? instantOf(book.now + minutes * 60_000) : null;
    return { ...row, status: 'locked' as const, lockedAt: instantOf(book.now), holdExpiresAt: holdEnd };
  });
  const created = rows.some(({ key }) => !kept.includes(key));
  for (const row of rows) writeRow(book, taken, row);
  book.orders.set(command.orderId, taken);
  return { created, ...taken.figures, ...answerRows(rows, asked) };
}

/** Codes that do not go with those the order has are told so; codes that do not go together are not combinable. */
function refuseLock(
  book: Book,
  command: Lock,
  attempt: Attempt & { keys: string[]; buyer: Buyer },
  refusal: RefusedQuote,
): Refusal {
  const { keys, asked, cart, buyer, order } = attempt;
  if (refusal.reason === 'NOT_COMBINABLE' && keys.length > asked.length) {
    const inOrder = keys.filter((key) => asked.includes(key));
    const alone = ask(book, inOrder, cart, { buyer, order });
    if (alone.applies || alone.reason !== 'NOT_COMBINABLE') return refuse('ORDER_ALREADY_DISCOUNTED');
  }
  return refuseQuote(book, command.codes, keys, refusal);
}

/** A rule's refusal: which of the call's codes it was, where it was one of the call's. */
export function refuseQuote(
  book: Book,
  typed: readonly string[],
  keys: readonly string[],
  { reason, index, missing }: RefusedQuote,
): Refusal {
  const key = keys[index] ?? '';
  const place = typed.findIndex((code) => code.toUpperCase() === key);
  const known = book.codes.get(key);
  return refuse(reason, {
    missing,
    ...(place !== -1 && { field: `codes.${place}` }),
    ...(known && { details: { code: known.fields.code } }),
  });
}

function changeSince(shown: ShownQuote, answer: AppliedQuote, cart: Cart): object | null {
  if (areSameAmounts(shown.figures, answer)) return null;
  const versions = answer.codes.map(({ id, version }) => [shown.versions.get(id), version]);
  const isSameList =
    shown.versions.size === versions.length && versions.every(([before]) => before !== undefined);
  const isSameCart = JSON.stringify(shown.cart) === JSON.stringify(cart);
  const isSameRule = versions.every(([before, now]) => before === now);
  const cause = !isSameList ? 'combination' : !isSameCart ? 'cart' : !isSameRule ? 'rule' : 'settings';
  return { previous: shown.figures, current: figuresOf(answer), cause };
}

function figuresOfCart({ currency, subtotal, shippingAmount }: Cart) {
  const total = subtotal + shippingAmount;
  return { currency, subtotal, shippingAmount, discountAmount: 0, shippingDiscount: 0, total };
}
