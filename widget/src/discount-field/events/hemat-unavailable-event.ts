import type { HematErrorCode } from '@hemat/shared/public-client';
import { HematEvent } from '../../element/hemat-event.js';

/** Why the service could not be asked. */
export interface UnavailableDetail {
  readonly cause: HematErrorCode;
  /** HTTP status; 0 where there was no answer. */
  readonly status: number;
  readonly requestId: string | null;
  /** Seconds to wait before the next try; `null` where the service named none. */
  readonly retryAfter: number | null;
}

/** `hemat-unavailable`: the service could not be asked; the checkout goes on without it. */
export class HematUnavailableEvent extends HematEvent<UnavailableDetail> {
  constructor(detail: UnavailableDetail) {
    super('hemat-unavailable', detail);
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'hemat-unavailable': HematUnavailableEvent;
  }
}
