import { HematEvent } from '../../element/hemat-event.js';
import type { FieldReason, MissingFact, Source } from '../../store/model.js';

/** Why a code does not apply, and what the shopper can do about it; amounts in minor units. */
export interface RefusedDetail {
  readonly code: string;
  readonly source: Source;
  readonly reason: FieldReason;
  readonly missing: readonly MissingFact[];
  /** Whether the code is kept and applies by itself once the cart qualifies. */
  readonly pending: boolean;
}

/** `hemat-refused`: a code does not apply to this cart. */
export class HematRefusedEvent extends HematEvent<RefusedDetail> {
  constructor(detail: RefusedDetail) {
    super('hemat-refused', detail);
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'hemat-refused': HematRefusedEvent;
  }
}
