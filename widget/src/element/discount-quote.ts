import type { Allocation, Figures } from '@hemat/shared';
import type { DiscountState } from '../store/discount-state.js';

/** What the applied codes give on the present cart; amounts in minor units of `currency`. */
export interface DiscountQuote extends Figures {
  readonly codes: readonly {
    readonly code: string;
    readonly discountAmount: number;
    readonly shippingDiscount: number;
  }[];
  /** Of `discountAmount` over the cart's lines, by `lineId`. */
  readonly allocations: readonly Allocation[];
  /** What the service signed for this cart and these codes; `null` until it is fresh. */
  readonly signedQuote: string | null;
}

/** The quote of a state; `null` where no code applies. */
export function discountQuote({ applied, quote, signedQuote }: DiscountState): DiscountQuote | null {
  if (applied.length === 0) return null;
  const { currency, subtotal, shippingAmount, discountAmount, shippingDiscount, total, allocations } = quote;
  const codes = quote.codes.map(({ code, discountAmount, shippingDiscount }) => ({
    code,
    discountAmount,
    shippingDiscount,
  }));
  return {
    codes,
    currency,
    subtotal,
    shippingAmount,
    discountAmount,
    shippingDiscount,
    total,
    allocations,
    signedQuote,
  };
}
