import type { AppliedQuote, Figures } from '@hemat/shared';
import type { SignedQuote } from '../signed-quote.js';

/** Why what a shopper was shown is not what holds now. */
export type QuoteChangeCause = 'combination' | 'cart' | 'rule' | 'settings';

/** The details of a `QUOTE_CHANGED`. */
export interface QuoteChange {
  readonly previous: Figures;
  readonly current: Figures;
  readonly cause: QuoteChangeCause;
}

/** The difference between what was shown and what holds now, or null where the amounts are the same. */
export function quoteChange(shown: SignedQuote, answer: AppliedQuote, cartHash: string): QuoteChange | null {
  const current = figuresOf(answer);
  const isSame =
    shown.figures.currency === current.currency &&
    shown.figures.discountAmount === current.discountAmount &&
    shown.figures.shippingDiscount === current.shippingDiscount;
  return isSame ? null : { previous: shown.figures, current, cause: causeOf(shown, answer, cartHash) };
}

/** The money of an answer alone. */
export function figuresOf(answer: Figures): Figures {
  const { currency, subtotal, shippingAmount, discountAmount, shippingDiscount, total } = answer;
  return { currency, subtotal, shippingAmount, discountAmount, shippingDiscount, total };
}

function causeOf(shown: SignedQuote, answer: AppliedQuote, cartHash: string): QuoteChangeCause {
  const versions = new Map(shown.codes);
  if (versions.size !== answer.codes.length || answer.codes.some(({ id }) => !versions.has(id))) {
    return 'combination';
  }
  if (shown.cartHash !== cartHash) return 'cart';
  return answer.codes.some(({ id, version }) => versions.get(id) !== version) ? 'rule' : 'settings';
}
