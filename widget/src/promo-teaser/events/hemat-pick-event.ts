import { HematEvent } from '../../element/hemat-event.js';

/** The promo a shopper chose. */
export interface PickDetail {
  readonly code: string;
}

/** `hemat-pick`: before the code goes to the field; `preventDefault()` keeps it from going there. */
export class HematPickEvent extends HematEvent<PickDetail> {
  constructor(detail: PickDetail) {
    super('hemat-pick', detail, true);
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'hemat-pick': HematPickEvent;
  }
}
