import type { DiscountQuote } from '../../element/discount-quote.js';
import { HematEvent } from '../../element/hemat-event.js';

/** What the codes give now. */
export interface ChangedDetail {
  /** `null` while no code qualifies for the cart. */
  readonly quote: DiscountQuote | null;
}

/** `hemat-changed`: the amount moved with the cart, or with the clock. */
export class HematChangedEvent extends HematEvent<ChangedDetail> {
  constructor(detail: ChangedDetail) {
    super('hemat-changed', detail);
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'hemat-changed': HematChangedEvent;
  }
}
