import type { FiguresOnWire } from '../schemas/figures.js';
import { HematError } from './hemat-error.js';

/** What moved between the signed quote and the lock: the codes, the cart, a code's rule, or the workspace's settings. */
export type QuoteChangeCause = 'combination' | 'cart' | 'rule' | 'settings';

/** What the shopper was shown and what holds now; amounts in minor units. */
export interface QuoteChange {
  readonly previous: FiguresOnWire;
  readonly current: FiguresOnWire;
  readonly cause: QuoteChangeCause;
}

/**
 * A lock whose codes apply, but give another amount than the quote that came with it (`QUOTE_CHANGED`). Nothing was stored: show
 * both amounts, and lock again without a quote, or with one of a fresh `validate`, once the shopper agrees.
 */
export class QuoteChangedError extends HematError {
  readonly previous: FiguresOnWire;
  readonly current: FiguresOnWire;
  /** What moved. */
  readonly change: QuoteChangeCause;

  constructor(change: QuoteChange, error: HematError) {
    super(error.message, error, { cause: error.cause });
    this.previous = change.previous;
    this.current = change.current;
    this.change = change.cause;
  }
}
