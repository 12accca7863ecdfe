import type { Reason } from './reason.js';

/** A share of a discount on one line, minor units. */
export interface Allocation {
  readonly lineId: string;
  readonly amount: number;
}

/** What the shopper can do about a refusal. */
export type Missing =
  | { readonly kind: 'minPurchase'; /** Minor units. */ readonly shortBy: number }
  | { readonly kind: 'scope'; readonly scope: 'products' | 'tags'; readonly anyOf: readonly string[] }
  | { readonly kind: 'region'; readonly anyOf: readonly string[] }
  | { readonly kind: 'startsAt'; /** Epoch ms. */ readonly at: number }
  | { readonly kind: 'customer' };

/** One code of an applied quote. */
export interface QuotedCode {
  readonly id: string;
  readonly code: string;
  readonly version: number;
  /** Off the items, minor units. */
  readonly discountAmount: number;
  /** Off the shipping, minor units. */
  readonly shippingDiscount: number;
  /** Of `discountAmount` over the lines; empty for a cart without lines. */
  readonly allocations: readonly Allocation[];
}

/** The money of a quote, minor units: `total = subtotal + shippingAmount − discountAmount − shippingDiscount`. */
export interface Figures {
  readonly currency: string;
  readonly subtotal: number;
  readonly shippingAmount: number;
  readonly discountAmount: number;
  readonly shippingDiscount: number;
  readonly total: number;
}

/** Every code applies. */
export interface AppliedQuote extends Figures {
  readonly applies: true;
  /** In the order the caller gave. */
  readonly codes: readonly QuotedCode[];
  /** Sum over all codes, by line, in cart order; lines that bear nothing are left out. */
  readonly allocations: readonly Allocation[];
}

/** One code does not apply, so none is: the figures are those without any discount. */
export interface RefusedQuote extends Figures {
  readonly applies: false;
  readonly reason: Reason;
  /** Which of the given codes was refused (its place). */
  readonly index: number;
  readonly missing: readonly Missing[];
}

/** The answer for one cart and a list of codes. */
export type Quote = AppliedQuote | RefusedQuote;

/** One check of one code, for the merchant's "why did it fail?". */
export interface CheckOutcome {
  readonly index: number;
  readonly check: Reason;
  readonly outcome: 'passed' | 'failed' | 'skipped';
}
