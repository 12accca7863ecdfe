import { archive, create, patch } from './book/codes.js';
import { holdsOf, openBook, pass, usesOf, type Book } from './book/book.js';
import { release, reverse } from './book/give-back.js';
import { lock } from './book/lock.js';
import { redeem } from './book/redeem.js';
import { shown } from './book/rows.js';
import { validate } from './book/validate.js';
import type { Command } from './command.js';
import type { LedgerRow, Player, Remains } from './player.js';

/** Plays on a book in memory, by the words of the domain page alone. */
export function modelPlayer(now: number, roundingIncrement: number | null): Player {
  const book = openBook(now, roundingIncrement);
  return {
    play: (command) => Promise.resolve(play(book, command)),
    remains: () => Promise.resolve(remainsOf(book)),
  };
}

function play(book: Book, command: Command): object {
  switch (command.does) {
    case 'create':
      return create(book, command.fields);
    case 'patch':
      return patch(book, command.code, command.fields);
    case 'archive':
      return archive(book, command.code);
    case 'validate':
      return validate(book, command);
    case 'lock':
      return lock(book, command);
    case 'redeem':
      return redeem(book, command);
    case 'release':
      return release(book, command.orderId);
    case 'reverse':
      return reverse(book, command);
    case 'sweep':
      return {};
    case 'pass':
      pass(book, command.ms);
      return {};
  }
}

function remainsOf(book: Book): Remains {
  const rows = [...book.orders.values()].flatMap((order) => order.rows);
  const keys = [...book.codes.keys()].sort();
  return {
    // What is shown of a row is the row as the ledger has it.
    ledger: (rows.map(shown) as LedgerRow[]).sort(byOrderAndCode),
    counters: Object.fromEntries(
      keys.map((key) => [key, { uses: usesOf(book, key), holds: holdsOf(book, key) }]),
    ),
    paidOrders: Object.fromEntries([...book.paidOrders].sort()),
    events: [...book.events].sort(),
  };
}

/** The order in which remains are compared. */
export function byOrderAndCode(a: LedgerRow, b: LedgerRow): number {
  const [one, other] = [`${a.orderId} ${a.code}`, `${b.orderId} ${b.code}`];
  return one < other ? -1 : one > other ? 1 : 0;
}
