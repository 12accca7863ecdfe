import type { HematError } from '@hemat/shared/public-client';
import type { TeaserAnswer, ValidateAnswer } from '@hemat/shared/schemas';
import type { CartValue } from '../cart/cart-value.js';
import type { Question } from './next-question.js';
import type { Wish } from './model.js';

/** Everything that can happen to a store. */
export type Action =
  | { readonly type: 'cartGiven'; readonly cart: CartValue; readonly customerToken: string | null }
  /** Someone wants codes. */
  | { readonly type: 'wished'; readonly wishes: readonly Wish[] }
  /** The shopper corrects a refused code, or lets go of one that could not be checked. */
  | { readonly type: 'dismissed' }
  /** Held codes are given up: one of them, or all. */
  | { readonly type: 'removed'; readonly code?: string }
  | { readonly type: 'answered'; readonly question: Question; readonly answer: ValidateAnswer }
  | { readonly type: 'failed'; readonly question: Question; readonly error: HematError }
  /** Asks again: after trouble, or for a fresh signature. */
  | { readonly type: 'retried' }
  | { readonly type: 'clockMoved' }
  | { readonly type: 'promosAsked' | 'promosFailed' }
  | { readonly type: 'promosListed'; readonly answer: TeaserAnswer };
