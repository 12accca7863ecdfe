import type { DiscountCode, Redemption, Stats } from '@hemat/shared/schemas';
import type { Failure } from '../../core/failure.js';

/** One code and what is being done to it. */
export interface DetailState {
  /** null until it is loaded. */
  readonly code: DiscountCode | null;
  readonly phase: 'loading' | 'ready' | 'failed';
  readonly failure: Failure | null;
  /** Whether a change is on its way. */
  readonly isBusy: boolean;
  /** Archived on the page, not yet in the service: there is still time to undo. */
  readonly isLeaving: boolean;
  /** Of the last thirty days; null until it is there. */
  readonly stats: Stats | null;
  /** The redemption that is about to be reversed. */
  readonly reversing: Redemption | null;
}

/** What happens to it. */
export type DetailAction =
  | { readonly type: 'asked' }
  | { readonly type: 'got'; readonly code: DiscountCode }
  | { readonly type: 'failed'; readonly failure: Failure }
  | { readonly type: 'busy'; readonly isBusy: boolean }
  | { readonly type: 'leaving'; readonly isLeaving: boolean }
  | { readonly type: 'counted'; readonly stats: Stats }
  | { readonly type: 'reversing'; readonly redemption: Redemption | null };

/** Before it is loaded. */
export const unknownCode: DetailState = {
  code: null,
  phase: 'loading',
  failure: null,
  isBusy: false,
  isLeaving: false,
  stats: null,
  reversing: null,
};

/** The code after something happened. */
export function reduceDetail(state: DetailState, action: DetailAction): DetailState {
  switch (action.type) {
    case 'asked':
      return unknownCode;
    case 'got':
      return { ...state, code: action.code, phase: 'ready', failure: null, isBusy: false, isLeaving: false };
    case 'failed':
      return { ...state, phase: 'failed', failure: action.failure, isBusy: false, isLeaving: false };
    case 'busy':
      return { ...state, isBusy: action.isBusy };
    case 'leaving':
      return { ...state, isLeaving: action.isLeaving };
    case 'counted':
      return { ...state, stats: action.stats };
    case 'reversing':
      return { ...state, reversing: action.redemption };
  }
}
