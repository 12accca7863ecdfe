import type { Cart } from '@hemat/shared';
import type { CodeFields } from '../command.js';
import type { LedgerRow } from '../player.js';

/** A code with its rule, as the model keeps it. */
export interface BookCode {
  fields: CodeFields;
  version: number;
  isArchived: boolean;
  readonly createdAt: string;
}

/** A row of the ledger, and its code's place among the codes of its lock. */
export type BookRow = LedgerRow & { readonly key: string; readonly position: number };

/** The money of an order. */
export type BookFigures = Pick<
  LedgerRow,
  'currency' | 'subtotal' | 'shippingAmount' | 'discountAmount' | 'shippingDiscount' | 'total'
>;

/** An order with its rows, in the order in which their codes first came to it. */
export interface BookOrder {
  cart: Cart;
  customerId: string | null;
  figures: BookFigures;
  rows: BookRow[];
}

/** What a shopper was shown. */
export interface ShownQuote {
  readonly figures: BookFigures;
  /** Version by code. */
  readonly versions: ReadonlyMap<string, number>;
  readonly cart: Cart;
}

/** Everything a shop knows of its promos, in memory, by the words of the domain page. */
export interface Book {
  /** Epoch ms. */
  now: number;
  readonly roundingIncrement: number | null;
  /** By canonical code. */
  readonly codes: Map<string, BookCode>;
  readonly orders: Map<string, BookOrder>;
  readonly shown: Map<string, ShownQuote>;
  readonly paidOrders: Map<string, number>;
  readonly events: string[];
}

/** A book with nothing in it. */
export function openBook(now: number, roundingIncrement: number | null): Book {
  return {
    now,
    roundingIncrement,
    codes: new Map(),
    orders: new Map(),
    shown: new Map(),
    paidOrders: new Map(),
    events: [],
  };
}

/** The time as the wire writes it. */
export const instantOf = (ms: number): string => new Date(ms).toISOString();

/** Moves the clock; each hold whose last moment has passed ends. */
export function pass(book: Book, ms: number): void {
  book.now += ms;
  for (const order of book.orders.values()) {
    for (const row of order.rows) {
      if (row.status !== 'locked' || row.holdExpiresAt === null) continue;
      if (Date.parse(row.holdExpiresAt) <= book.now) {
        writeRow(book, order, { ...row, status: 'expired', hasExpired: true });
      }
    }
  }
}

/** Puts a row into its order, in the place of the one its code had, and tells of it. */
export function writeRow(book: Book, order: BookOrder, row: BookRow): void {
  const place = order.rows.findIndex(({ key }) => key === row.key);
  if (place === -1) order.rows.push(row);
  else order.rows[place] = row;
  book.events.push(`${eventOf[row.status]} ${row.orderId} ${row.code} ${row.status} ${row.discountAmount}`);
}

const eventOf: Record<LedgerRow['status'], string> = {
  locked: 'discount_code.applied',
  redeemed: 'discount_code.redeemed',
  released: 'discount_code.released',
  expired: 'discount_code.released',
  reversed: 'discount_code.reversed',
};

/** Which rows to count. */
export interface RowFilter {
  readonly customerId?: string | null;
  readonly exceptOrder?: BookOrder;
}

/** Uses of a code: what was redeemed and not given back. */
export function usesOf(book: Book, key: string, filter: RowFilter = {}): number {
  return rowsOf(book, key, filter).filter(
    ({ status, useRestored }) => status === 'redeemed' || (status === 'reversed' && !useRestored),
  ).length;
}

/** Live holds of a code. */
export function holdsOf(book: Book, key: string, filter: RowFilter = {}): number {
  return rowsOf(book, key, filter).filter(
    ({ status, limitPolicy }) => status === 'locked' && limitPolicy === 'hold',
  ).length;
}

function rowsOf(book: Book, key: string, { customerId, exceptOrder }: RowFilter): BookRow[] {
  return [...book.orders.values()]
    .filter((order) => order !== exceptOrder)
    .flatMap(({ rows }) => rows)
    .filter((row) => row.key === key && (customerId === undefined || row.customerId === customerId));
}
