import { discountQuote } from '../element/discount-quote.js';
import type { DiscountState } from '../store/discount-state.js';
import type { Outcome } from '../store/outcome.js';
import { HematAppliedEvent } from './events/hemat-applied-event.js';
import { HematChangedEvent } from './events/hemat-changed-event.js';
import { HematRefusedEvent } from './events/hemat-refused-event.js';
import { HematRemovedEvent } from './events/hemat-removed-event.js';
import { HematUnavailableEvent } from './events/hemat-unavailable-event.js';

/** The event that tells the page of an outcome. */
export function eventOf(outcome: Outcome, state: DiscountState): Event {
  const quote = discountQuote(state);
  switch (outcome.type) {
    case 'applied':
      return new HematAppliedEvent({ code: outcome.held.code, source: outcome.held.source, quote });
    case 'changed':
      return new HematChangedEvent({ quote });
    case 'removed':
      return new HematRemovedEvent({ code: outcome.held.code, quote });
    case 'refused': {
      const { code, source, reason, missing } = outcome.refusal;
      return new HematRefusedEvent({ code, source, reason, missing, pending: outcome.pending });
    }
    case 'unavailable': {
      const { code, status, requestId, retryAfter } = outcome.error;
      return new HematUnavailableEvent({ cause: code, status, requestId, retryAfter });
    }
  }
}
