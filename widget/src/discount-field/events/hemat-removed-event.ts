import type { DiscountQuote } from '../../element/discount-quote.js';
import { HematEvent } from '../../element/hemat-event.js';

/** The code that is gone, with what the others give. */
export interface RemovedDetail {
  readonly code: string;
  /** `null` where no other code applies. */
  readonly quote: DiscountQuote | null;
}

/** `hemat-removed`: the shopper removed a code, or the service no longer accepts it (then `hemat-refused` follows). */
export class HematRemovedEvent extends HematEvent<RemovedDetail> {
  constructor(detail: RemovedDetail) {
    super('hemat-removed', detail);
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'hemat-removed': HematRemovedEvent;
  }
}
