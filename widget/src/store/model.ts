import type { AppliedQuote, Cart, Missing, Rule, WireReason } from '@hemat/shared';
import type { MissingOnWire, TeaserItem } from '@hemat/shared/schemas';
import type { HematError } from '@hemat/shared/public-client';
import type { DiscountState } from './discount-state.js';

/** How a code came in: typed in the field, picked in a teaser, by a link, kept from an earlier page, by `apply(code)`. */
export type Source = 'typed' | 'picked' | 'linked' | 'kept' | 'script';

/** A code that someone asked for. */
export interface Wish {
  readonly code: string;
  readonly source: Source;
  /** In place of the codes that are held, not beside them. */
  readonly instead?: boolean;
}

/** What a refusal asks of the shopper: of the rule core (times as epoch ms) or as the service wrote it (ISO 8601). */
export type MissingFact = Missing | MissingOnWire;

/** Why a code does not apply; `EMPTY` and `MISTYPED` are found in the field, before any request. */
export type FieldReason = WireReason | 'EMPTY' | 'MISTYPED';

/** A refusal that ended a wish. */
export interface Refusal extends Wish {
  readonly reason: FieldReason;
  readonly missing: readonly MissingFact[];
  /** Whether the code would apply in place of those that are held. */
  readonly replaces: boolean;
}

/** A code whose terms are known. */
export interface HeldCode extends Wish {
  readonly rule: Rule;
  /** Whether the service has said that it applies; what it has not is never shown as applied. */
  readonly confirmed: boolean;
  /** What the service refused for one cart, whatever the rule core thinks of it. */
  readonly veto: Veto | null;
}

export interface Veto {
  readonly cartKey: string;
  readonly reason: WireReason;
  readonly missing: readonly MissingFact[];
}

/** A held code that does not qualify for the present cart. */
export interface WaitingCode {
  readonly held: HeldCode;
  readonly reason: WireReason;
  readonly missing: readonly MissingFact[];
}

/** The held codes sorted by what the present cart makes of them. */
export interface Settlement {
  readonly applied: readonly HeldCode[];
  /** Qualify by their terms, but the service has not said so yet. */
  readonly ready: readonly HeldCode[];
  readonly waiting: readonly WaitingCode[];
  /** Of `applied`. */
  readonly quote: AppliedQuote;
}

/** What the shopper is after: answers still to come, one wish after the other, or the refusal that came. */
export type Attempt =
  | { readonly kind: 'asking'; readonly wishes: readonly [Wish, ...Wish[]] }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

/** The quote the service signed, for one question only. */
export interface SignedQuote {
  readonly questionKey: string;
  readonly quote: string;
  /** Epoch ms, the service's clock. */
  readonly expiresAt: number;
}

/** A question that went without an answer. */
export interface Trouble {
  readonly questionKey: string;
  readonly error: HematError;
}

/** The workspace's public promos as far as they are known. */
export type Promos =
  | { readonly kind: 'unasked' | 'loading' | 'failed' }
  | { readonly kind: 'listed'; readonly items: readonly ListedPromo[] };

export interface ListedPromo {
  readonly item: TeaserItem;
  readonly rule: Rule;
}

/** Everything a store knows. */
export interface Model {
  readonly cart: Cart;
  /** Vouched for by the shop's back end. */
  readonly customerToken: string | null;
  /** What the shopper knows the lines by, by `lineId`. */
  readonly lineTitles: ReadonlyMap<string, string>;
  /** Changes with everything a question is about except its codes. */
  readonly cartKey: string;
  /** Epoch ms, the service's clock as far as it is known. */
  readonly now: number;
  /** What the service's clock is ahead of the browser's, ms. */
  readonly skew: number;
  /** In the order they were added. */
  readonly held: readonly HeldCode[];
  readonly attempt: Attempt | null;
  readonly signed: SignedQuote | null;
  readonly trouble: Trouble | null;
  /** The last code that was stopped as mistyped: applied again, it goes through. */
  readonly warnedOf: string | null;
  readonly promos: Promos;
  readonly settled: Settlement;
  /** What elements show. */
  readonly shown: DiscountState;
}
