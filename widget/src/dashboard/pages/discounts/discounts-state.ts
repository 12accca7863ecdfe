import type { CodeTotals, DiscountCode, PageOnWire } from '@hemat/shared/schemas';
import type { Failure } from '../../core/failure.js';

/** The filters of the list, in their order. */
export const filters = ['all', 'active', 'scheduled', 'expiring', 'used_up', 'archived'] as const;

/** Which codes are listed. */
export type Filter = (typeof filters)[number];

/** What was asked for. */
export interface Wanted {
  readonly filter: Filter;
  /** A part of a code, name or title; empty: any. */
  readonly search: string;
}

/** The list as far as it was fetched. */
export interface DiscountsState {
  readonly wanted: Wanted;
  /** Grows with every new question; answers to older ones change nothing. */
  readonly question: number;
  /** One block a fetched page, newest first. */
  readonly blocks: readonly (readonly DiscountCode[])[];
  readonly nextCursor: string | null;
  /** `loading`: the first block is on its way; `more`: a further one. */
  readonly phase: 'loading' | 'more' | 'ready' | 'failed';
  readonly failure: Failure | null;
  /** What each code has given away, one for each currency; a code without an entry is not known yet. */
  readonly totals: ReadonlyMap<string, readonly CodeTotals[]>;
}

/** What happens to the list. */
export type DiscountsAction =
  | { readonly type: 'asked'; readonly wanted: Wanted; readonly question: number }
  | { readonly type: 'askedMore' }
  | { readonly type: 'answered'; readonly question: number; readonly page: PageOnWire<DiscountCode> }
  | { readonly type: 'summed'; readonly ids: readonly string[]; readonly totals: readonly CodeTotals[] }
  | { readonly type: 'changed'; readonly code: DiscountCode }
  | { readonly type: 'failed'; readonly question: number; readonly failure: Failure };

/** Before anything was asked. */
export const emptyList: DiscountsState = {
  wanted: { filter: 'all', search: '' },
  question: 0,
  blocks: [],
  nextCursor: null,
  phase: 'loading',
  failure: null,
  totals: new Map(),
};

/** The list after something happened. */
export function reduceDiscounts(state: DiscountsState, action: DiscountsAction): DiscountsState {
  switch (action.type) {
    case 'asked':
      return { ...emptyList, totals: state.totals, wanted: action.wanted, question: action.question };
    case 'askedMore':
      return { ...state, phase: 'more', failure: null };
    case 'answered': {
      if (action.question !== state.question) return state;
      const { items, nextCursor } = action.page;
      const blocks = items.length === 0 ? state.blocks : [...state.blocks, items];
      return { ...state, blocks, nextCursor, phase: 'ready' };
    }
    case 'summed': {
      const totals = new Map(state.totals);
      for (const id of action.ids)
        totals.set(
          id,
          action.totals.filter(({ discountCodeId }) => discountCodeId === id),
        );
      return { ...state, totals };
    }
    case 'changed':
      return { ...state, blocks: state.blocks.map((block) => withCode(block, action.code)) };
    case 'failed':
      return action.question === state.question
        ? { ...state, phase: 'failed', failure: action.failure }
        : state;
  }
}

/** The same block where it does not have the code. */
function withCode(block: readonly DiscountCode[], code: DiscountCode): readonly DiscountCode[] {
  return block.some(({ id }) => id === code.id)
    ? block.map((known) => (known.id === code.id ? code : known))
    : block;
}

/** How many codes are shown. */
export function countOf({ blocks }: DiscountsState): number {
  return blocks.reduce((count, block) => count + block.length, 0);
}
