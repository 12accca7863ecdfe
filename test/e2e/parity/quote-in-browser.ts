import { cartFromInput, quote, ruleFromTerms, type Quote } from '@hemat/shared';
import type { CartInput, Terms } from '@hemat/shared/schemas';

/** A question as the widget asks it of itself: the cart, the terms it was given, the service's clock (epoch ms). */
export interface BrowserQuestion {
  readonly cart: CartInput;
  readonly terms: readonly Terms[];
  readonly now: number;
}

declare global {
  /** Answers a batch in the page that this module was bundled into. */
  var quoteInBrowser: (questions: readonly BrowserQuestion[]) => Quote[];
}

globalThis.quoteInBrowser = (questions) =>
  questions.map(({ cart, terms, now }) =>
    quote(cartFromInput(cart, 'IDR'), terms.map(ruleFromTerms), { now, codes: {} }),
  );
