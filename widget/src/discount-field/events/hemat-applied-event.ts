import type { DiscountQuote } from '../../element/discount-quote.js';
import { HematEvent } from '../../element/hemat-event.js';
import type { Source } from '../../store/model.js';

/** The code the service has accepted, with what all codes give now. */
export interface AppliedDetail {
  readonly code: string;
  readonly source: Source;
  /** `null` in the rare case that the cart changed away from the code at the same moment. */
  readonly quote: DiscountQuote | null;
}

/** `hemat-applied`: the service has accepted a code. */
export class HematAppliedEvent extends HematEvent<AppliedDetail> {
  constructor(detail: AppliedDetail) {
    super('hemat-applied', detail);
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'hemat-applied': HematAppliedEvent;
  }
}
