import { HematEvent } from '../../element/hemat-event.js';

/** The promo a shopper has seen. */
export interface ImpressionDetail {
  readonly code: string;
  /** Its place in the list, from 0. */
  readonly index: number;
}

/** `hemat-impression`: at least half of a promo has come into view, once per promo and element. */
export class HematImpressionEvent extends HematEvent<ImpressionDetail> {
  constructor(detail: ImpressionDetail) {
    super('hemat-impression', detail);
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'hemat-impression': HematImpressionEvent;
  }
}
