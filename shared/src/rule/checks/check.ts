import type { Cart } from '../cart.js';
import type { CodeFacts } from '../facts.js';
import type { Missing } from '../quote-result.js';
import type { Rule } from '../rule.js';

/** What a check looks at. */
export interface Subject {
  readonly rule: Rule;
  readonly cart: Cart;
  /** Epoch ms. */
  readonly now: number;
  /** `undefined` where the service has already decided what these tell: the checks that need them pass. */
  readonly facts: CodeFacts | undefined;
  /** The codes given before this one. */
  readonly earlier: readonly Rule[];
}

/** `null` where the check passes, else what the shopper can do about it (nothing: an empty list). */
export type Check = (subject: Subject) => readonly Missing[] | null;

/** A failure the shopper can do nothing about. */
export const nothingToDo: readonly Missing[] = [];
