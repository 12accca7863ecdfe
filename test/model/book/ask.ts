import {
  cartFromInput,
  quote,
  type Candidate,
  type Cart,
  type CodeFacts,
  type Quote,
  type Rule,
} from '@hemat/shared';
import { cartInput } from '@hemat/shared/schemas';
import type { CartBody } from '../command.js';
import { holdsOf, usesOf, type Book, type BookCode, type BookOrder } from './book.js';

/** Who is buying. */
export interface Buyer {
  readonly customerId: string | null;
  readonly isNew: boolean | null;
}

/** The canonical codes, each once. */
export function keysOf(typed: readonly string[]): string[] {
  return [...new Set(typed.map((code) => code.toUpperCase()))];
}

/** The cart of a body. */
export function cartOf(body: CartBody): Cart {
  return cartFromInput(cartInput.parse(body), 'IDR');
}

/** What these codes give on this cart now; holds of `order` itself do not count against it. */
export function ask(
  book: Book,
  keys: readonly string[],
  cart: Cart,
  { buyer, order }: { readonly buyer: Buyer; readonly order?: BookOrder | undefined },
): Quote {
  const codes: Record<string, CodeFacts> = {};
  const candidates = keys.map((key): Candidate => {
    const code = book.codes.get(key);
    if (code === undefined) return { unknown: key };
    codes[key] = factsOf(book, key, buyer, order);
    return ruleOf(book, key, code);
  });
  return quote(cart, candidates, { now: book.now, codes });
}

/** How many uses of a code are left in total and for one customer; null where there is no cap. */
export function leftOf(
  book: Book,
  key: string,
  customerId: string | null,
  exceptOrder?: BookOrder,
): { readonly total: number | null; readonly customer: number | null } {
  const { maxUsesTotal, maxUsesPerCustomer } = book.codes.get(key)?.fields ?? {};
  const all = exceptOrder === undefined ? {} : { exceptOrder };
  const own = { ...all, customerId };
  return {
    total: maxUsesTotal == null ? null : maxUsesTotal - usesOf(book, key, all) - holdsOf(book, key, all),
    customer:
      maxUsesPerCustomer == null || customerId === null
        ? null
        : maxUsesPerCustomer - usesOf(book, key, own) - holdsOf(book, key, own),
  };
}

function factsOf(book: Book, key: string, { customerId, isNew }: Buyer, order?: BookOrder): CodeFacts {
  const left = leftOf(book, key, customerId, order);
  const isFirst = customerId === null ? null : (book.paidOrders.get(customerId) ?? 0) === 0;
  return {
    active: book.codes.get(key)?.fields.active === true,
    usesLeft: left.total,
    customerKnown: customerId !== null,
    customerUsesLeft: left.customer,
    customerIsNew: isNew ?? isFirst,
  };
}

function ruleOf({ roundingIncrement }: Book, id: string, { fields, version }: BookCode): Rule {
  const { code, type, value, startsAt, expiresAt, ...rest } = fields;
  return {
    ...rest,
    id,
    code: code ?? '',
    version,
    discount:
      type === 'percent' || type === 'shipping_percent'
        ? { type, basisPoints: Math.round(value * 100) }
        : { type, amount: value },
    startsAt: startsAt === null ? null : Date.parse(startsAt),
    expiresAt: expiresAt === null ? null : Date.parse(expiresAt),
    hasCustomerLimit: fields.maxUsesPerCustomer !== null,
    roundingIncrement,
  };
}
