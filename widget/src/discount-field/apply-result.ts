import type { HematErrorCode } from '@hemat/shared/public-client';
import { discountQuote, type DiscountQuote } from '../element/discount-quote.js';
import type { DiscountState } from '../store/discount-state.js';
import type { FieldReason } from '../store/model.js';

/** What became of `apply()`. A refusal is a value, not an error. */
export type ApplyResult =
  | { readonly type: 'applied'; readonly quote: DiscountQuote }
  /** The code is right and applies by itself once the cart qualifies. */
  | { readonly type: 'pending' | 'refused'; readonly reason: FieldReason }
  | { readonly type: 'unavailable'; readonly cause: HematErrorCode }
  /** A listener of `hemat-apply` kept the code back, or another action overtook it. */
  | { readonly type: 'cancelled' };

/** The result that a settled state stands for. */
export function applyResult(state: DiscountState): ApplyResult {
  if (state.kind === 'refused') return { type: 'refused', reason: state.refusal.reason };
  if (state.kind === 'unavailable') return { type: 'unavailable', cause: state.error.code };
  const waiting = state.waiting.at(-1);
  if (waiting && !waiting.held.confirmed) return { type: 'pending', reason: waiting.reason };
  const quote = discountQuote(state);
  return quote ? { type: 'applied', quote } : { type: 'cancelled' };
}
