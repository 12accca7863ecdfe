import { HematEvent } from '../../element/hemat-event.js';
import type { Source } from '../../store/model.js';

/** Which code is about to be asked for, and how it came in. */
export interface ApplyDetail {
  readonly code: string;
  readonly source: Source;
}

/** `hemat-apply`: before the request; `preventDefault()` keeps it from being sent. */
export class HematApplyEvent extends HematEvent<ApplyDetail> {
  constructor(detail: ApplyDetail) {
    super('hemat-apply', detail, true);
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'hemat-apply': HematApplyEvent;
  }
}
