import type { Missing } from '@hemat/shared';
import type { Command } from '../command.js';
import { ask, cartOf, keysOf, leftOf } from './ask.js';
import { instantOf, type Book } from './book.js';
import { figuresOf } from './figures.js';

/** What the codes would give; a quote that applies is kept under its name. */
export function validate(book: Book, command: Extract<Command, { does: 'validate' }>): object {
  const keys = keysOf(command.codes);
  const cart = cartOf(command.cart);
  const answer = ask(book, keys, cart, { buyer: command });
  const figures = figuresOf(answer);
  const hasUsesLeft = (leftOf(book, keys[0] ?? '', null).total ?? 1) > 0;
  if (!answer.applies) {
    const { reason, missing, index } = answer;
    const code = command.codes.find((typed) => typed.toUpperCase() === keys[index]);
    return { applies: false, reason, code, missing: missing.map(onWire), ...figures, hasUsesLeft };
  }
  const versions = new Map(answer.codes.map(({ id, version }) => [id, version]));
  book.shown.set(command.keepAs, { figures, versions, cart });
  const codes = answer.codes.map(({ code, discountAmount, shippingDiscount }) => ({
    code,
    discountAmount,
    shippingDiscount,
  }));
  return { applies: true, codes, allocations: answer.allocations, ...figures, hasUsesLeft };
}

function onWire(missing: Missing): object {
  return missing.kind === 'startsAt' ? { ...missing, at: instantOf(missing.at) } : missing;
}
