import type { ModuleFees, Stats } from '@hemat/shared/schemas';
import type { Failure } from '../../core/failure.js';
import type { Period } from './period.js';

/** Which figures. */
export interface Wanted {
  readonly period: Period;
  /** null: the workspace's. */
  readonly currency: string | null;
}

/** Something that is fetched; the value of before stays while the next is on its way. */
export type Fetched<Value> =
  | { readonly phase: 'loading'; readonly value: Value | null }
  | { readonly phase: 'ready'; readonly value: Value }
  | { readonly phase: 'failed'; readonly failure: Failure };

/** The page. */
export interface StatsState {
  readonly wanted: Wanted;
  /** Goes up with every question, so that a late answer to an old one changes nothing. */
  readonly question: number;
  readonly figures: Fetched<Stats>;
  /** The newest month first. */
  readonly fees: Fetched<readonly ModuleFees[]>;
}

/** What happens to it. */
export type StatsAction =
  | { readonly type: 'asked'; readonly wanted: Wanted; readonly question: number }
  | { readonly type: 'counted'; readonly question: number; readonly stats: Stats }
  | { readonly type: 'failed'; readonly question: number; readonly failure: Failure }
  | { readonly type: 'feesAsked' }
  | { readonly type: 'charged'; readonly fees: readonly ModuleFees[] }
  | { readonly type: 'feesFailed'; readonly failure: Failure };

/** Before anything is known. */
export const nothingKnown: StatsState = {
  wanted: { period: '30d', currency: null },
  question: 0,
  figures: { phase: 'loading', value: null },
  fees: { phase: 'loading', value: null },
};

/** The page after something happened. */
export function reduceStats(state: StatsState, action: StatsAction): StatsState {
  if ('question' in action && action.type !== 'asked' && action.question !== state.question) return state;
  switch (action.type) {
    case 'asked': {
      const { wanted, question } = action;
      return { ...state, wanted, question, figures: { phase: 'loading', value: valueOf(state.figures) } };
    }
    case 'counted':
      return { ...state, figures: { phase: 'ready', value: action.stats } };
    case 'failed':
      return { ...state, figures: { phase: 'failed', failure: action.failure } };
    case 'feesAsked':
      return { ...state, fees: { phase: 'loading', value: valueOf(state.fees) } };
    case 'charged':
      return { ...state, fees: { phase: 'ready', value: action.fees } };
    case 'feesFailed':
      return { ...state, fees: { phase: 'failed', failure: action.failure } };
  }
}

function valueOf<Value>(fetched: Fetched<Value>): Value | null {
  return fetched.phase === 'failed' ? null : fetched.value;
}
