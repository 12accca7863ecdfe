import { lineAllocations, type AppliedQuote, type Cart, type QuotedCode } from '@hemat/shared';
import { instantOf, type Book, type BookOrder, type BookRow } from './book.js';
import { figuresOf } from './figures.js';

/** Rows of an order that was paid, refunded or not. */
export const paidRows = ({ rows }: BookOrder): BookRow[] =>
  inPlace(rows.filter(({ status }) => status === 'redeemed' || status === 'reversed'));

/** Rows that are locked now. */
export const lockedRows = ({ rows }: BookOrder): BookRow[] =>
  inPlace(rows.filter(({ status }) => status === 'locked'));

/** What the order's last lock froze and nobody gave back, holds that ran out included. */
export function newestLock({ rows }: BookOrder): BookRow[] {
  const times = rows.map(({ lockedAt }) => (lockedAt === null ? -1 : Date.parse(lockedAt)));
  const newest = instantOf(Math.max(...times, 0));
  return inPlace(
    rows.filter(
      ({ status, lockedAt }) => (status === 'locked' || status === 'expired') && lockedAt === newest,
    ),
  );
}

/** Rows by the place of their codes. */
export function inPlace(rows: readonly BookRow[]): BookRow[] {
  return [...rows].sort((a, b) => a.position - b.position);
}

/** Whether every key has one of the rows. */
export function haveEach(rows: readonly BookRow[], keys: readonly string[]): boolean {
  return keys.every((asked) => rows.some(({ key }) => key === asked));
}

/** A row as its players compare it. */
export function shown({ key: _, position: __, ...row }: BookRow): object {
  return row;
}

/** The rows of an answer, first the one that was asked for. */
export function answerRows(rows: readonly BookRow[], keys: readonly string[]): object {
  const first = rows.find(({ key }) => key === keys[0]) ?? rows[0];
  return { redemption: first && shown(first), redemptions: rows.map(shown) };
}

/** A row of a quote for an order, neither locked nor redeemed yet. */
export function freshRow(
  book: Book,
  order: {
    readonly id: string;
    readonly cart: Cart;
    readonly customerId: string | null;
    readonly known?: BookOrder | undefined;
  },
  answer: AppliedQuote,
  quoted: QuotedCode,
): BookRow {
  const key = quoted.id;
  const before = order.known?.rows.find((row) => row.key === key);
  return {
    ...figuresOf(answer),
    key,
    position: answer.codes.indexOf(quoted),
    code: quoted.code,
    ruleVersion: quoted.version,
    orderId: order.id,
    externalSource: 'default',
    customerId: order.customerId,
    status: 'locked',
    limitPolicy: book.codes.get(key)?.fields.limitPolicy ?? 'honor',
    overLimit: false,
    discountAmount: quoted.discountAmount,
    shippingDiscount: quoted.shippingDiscount,
    allocations: lineAllocations(order.cart, quoted.allocations),
    feeAmount: 0,
    holdExpiresAt: null,
    lockedAt: null,
    redeemedAt: null,
    releasedAt: null,
    reversedAt: null,
    hasExpired: false,
    useRestored: false,
    createdAt: before?.createdAt ?? instantOf(book.now),
  };
}
