import type { AppliedQuote } from '@hemat/shared';
import type { DiscountState } from '../store/discount-state.js';

/** What the applied codes give on the present cart; amounts in minor units of `currency`. */
export interface DiscountQuote extends AppliedQuote {
  /** What the service signed for this cart and these codes; `null` until it is fresh. */
  readonly signedQuote: string | null;
}

/** The quote of a state; `null` where no code applies. */
export function discountQuote({ applied, quote, signedQuote }: DiscountState): DiscountQuote | null {
  return applied.length === 0 ? null : { ...quote, signedQuote };
}
