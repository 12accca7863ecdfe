import type { ValidateAnswer } from '@hemat/shared/schemas';
import type { Failure } from '../../core/failure.js';

/** What is asked: codes as a buyer typed them, and the cart they were typed on. */
export interface Asked {
  /** Parted by blanks, commas or lines. */
  readonly codes: string;
  /** JSON as a shop sends it, or an amount alone. */
  readonly cart: string;
  readonly customerId: string;
}

/** The question and its answer. */
export interface WhyState {
  readonly asked: Asked;
  readonly question: number;
  readonly isAsking: boolean;
  readonly answer: ValidateAnswer | null;
  readonly failure: Failure | null;
  /** Whether the cart cannot be read. */
  readonly isCartUnreadable: boolean;
  readonly isCodeMissing: boolean;
}

/** What happens to them. */
export type WhyAction =
  | { readonly type: 'typed'; readonly change: Partial<Asked> }
  | { readonly type: 'unreadable'; readonly cart: boolean; readonly code: boolean }
  | { readonly type: 'asking'; readonly question: number }
  | { readonly type: 'answered'; readonly question: number; readonly answer: ValidateAnswer }
  | { readonly type: 'failed'; readonly question: number; readonly failure: Failure };

/** An empty question with an ordinary cart to change. */
export function nothingAsked(currency: string): WhyState {
  const cart = {
    currency,
    lineItems: [{ productId: 'kopi-gayo', tags: ['kopi'], quantity: 2, unitAmount: 75_000 }],
    shippingAmount: 20_000,
  };
  return {
    asked: { codes: '', cart: JSON.stringify(cart, null, 2), customerId: '' },
    question: 0,
    isAsking: false,
    answer: null,
    failure: null,
    isCartUnreadable: false,
    isCodeMissing: false,
  };
}

/** The state after something happened; an answer to an older question changes nothing. */
export function reduceWhy(state: WhyState, action: WhyAction): WhyState {
  switch (action.type) {
    case 'typed':
      return {
        ...state,
        asked: { ...state.asked, ...action.change },
        isCartUnreadable: false,
        isCodeMissing: false,
      };
    case 'unreadable':
      return { ...state, isCartUnreadable: action.cart, isCodeMissing: action.code, answer: null };
    case 'asking':
      return { ...state, question: action.question, isAsking: true, failure: null };
    case 'answered':
      return action.question === state.question
        ? { ...state, isAsking: false, answer: action.answer }
        : state;
    case 'failed':
      return action.question === state.question
        ? { ...state, isAsking: false, answer: null, failure: action.failure }
        : state;
  }
}
