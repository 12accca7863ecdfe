import type { Command } from '../command.js';
import { instantOf, writeRow, type Book, type BookRow } from './book.js';
import { refuse } from './refuse.js';
import { answerRows, inPlace, newestLock, paidRows, shown } from './rows.js';

/** Gives back what an order that was cancelled had locked. */
export function release(book: Book, orderId: string): object {
  const order = book.orders.get(orderId);
  if (order === undefined) return refuse('NOT_FOUND', { field: 'orderId' });
  if (paidRows(order).length > 0) return refuse('REDEMPTION_CONFLICT');
  const rows = newestLock(order).map((row): BookRow => ({
    ...row,
    status: 'released',
    releasedAt: instantOf(book.now),
  }));
  for (const row of rows) writeRow(book, order, row);
  return {
    released: rows.length > 0,
    ...answerRows(rows.length > 0 ? rows : inPlace(order.rows), []),
  };
}

/** Takes a counted redemption back, and gives its use back unless told otherwise. */
export function reverse(book: Book, command: Extract<Command, { does: 'reverse' }>): object {
  const order = book.orders.get(command.orderId);
  const row = order?.rows.find(({ key }) => key === command.code);
  if (order === undefined || row === undefined) return refuse('NOT_FOUND');
  if (row.status === 'reversed') return { reversed: false, redemption: shown(row) };
  if (row.status !== 'redeemed') return refuse('REDEMPTION_CONFLICT');
  const reversed: BookRow = {
    ...row,
    status: 'reversed',
    reversedAt: instantOf(book.now),
    useRestored: command.restoreUse,
  };
  writeRow(book, order, reversed);
  return { reversed: true, redemption: shown(reversed) };
}
