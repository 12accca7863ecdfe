import type { ReasonMessages } from '@hemat/shared';

/** What a promo gives, as amounts a person reads. */
export interface GiftFacts {
  /** `10%` or `Rp 25.000`. */
  readonly value: string;
  /** The most it takes off; `null` without a cap. */
  readonly atMost: string | null;
}

/** Every text the elements show, in one language. Amounts, dates and lists arrive written for the reader. */
export interface Messages {
  /** The button that opens the field. */
  readonly toggle: string;
  /** The same button while codes are held already. */
  readonly another: string;
  readonly label: string;
  readonly apply: string;
  readonly retry: string;
  readonly checking: string;
  /** The name of the list of codes. */
  readonly codes: string;
  readonly remove: (code: string) => string;
  readonly useInstead: (code: string) => string;
  readonly saves: (saving: string, total: string) => string;
  /** Which lines bear the discount. */
  readonly onLines: (lines: string) => string;
  /** Said before `saves` when a code has just been applied. */
  readonly applied: (code: string) => string;
  readonly removed: (code: string) => string;
  /** A code that waits for the cart, with the sentence of its reason. */
  readonly waiting: (code: string, sentence: string) => string;
  readonly required: string;
  readonly empty: string;
  readonly mistyped: string;
  readonly unavailable: string;
  readonly offline: string;
  readonly busy: string;
  readonly reasons: ReasonMessages;

  /** The heading of the teaser. */
  readonly promos: string;
  readonly loading: string;
  readonly noPromos: string;
  readonly promosUnavailable: string;
  readonly promosExpired: string;
  readonly use: string;
  readonly used: string;
  readonly saving: (amount: string) => string;
  readonly spendMore: (amount: string) => string;
  readonly until: (date: string) => string;
  readonly timeLeft: (time: string) => string;
  readonly offItems: (gift: GiftFacts) => string;
  readonly offShipping: (gift: GiftFacts) => string;
  readonly freeShipping: string;
}
