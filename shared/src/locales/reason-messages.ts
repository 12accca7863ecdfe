import type { WireReason } from '../rule/reason.js';

/** What a sentence may name, already in the reader's language; `null` where it is not known. */
export interface SentenceFacts {
  /** How much is missing to the minimum, as money. */
  readonly shortBy: string | null;
  /** When the code starts, as a date with its time. */
  readonly startsAt: string | null;
}

/** A language's sentence for every reason: what happened and what to do next. A missing key does not compile. */
export type ReasonMessages = { readonly [R in WireReason]: (facts: SentenceFacts) => string };
