import type { DiscountCode } from '@hemat/shared/schemas';
import { noCost, type Cost } from './cost.js';

/** The rule that is tried: one that exists, or a percentage or amount made up here. */
export type Trying =
  | { readonly source: 'existing'; readonly code: DiscountCode }
  | {
      readonly source: 'new';
      readonly type: 'percent' | 'fixed';
      readonly value: string;
      readonly minimum: string;
    };

/** Why nothing was counted. */
export type CostFault = 'NO_AMOUNT' | 'UNREADABLE' | 'NO_RULE';

/** The page. */
export interface CostState {
  readonly trying: Trying;
  /** Codes that can be picked; null until they are there. */
  readonly codes: readonly DiscountCode[] | null;
  readonly fileName: string | null;
  readonly phase: 'waiting' | 'counting' | 'done';
  /** Of the file, 0 … 1. */
  readonly share: number;
  readonly cost: Cost;
  readonly skipped: number;
  readonly fault: CostFault | null;
}

/** What happens to it. */
export type CostAction =
  | { readonly type: 'codes'; readonly codes: readonly DiscountCode[] }
  | { readonly type: 'tried'; readonly trying: Trying }
  | { readonly type: 'began'; readonly fileName: string }
  | { readonly type: 'counted'; readonly cost: Cost; readonly share: number }
  | { readonly type: 'ended'; readonly skipped: number }
  | { readonly type: 'failed'; readonly fault: CostFault };

/** Ten percent off, and no file yet. */
export const nothingCounted: CostState = {
  trying: { source: 'new', type: 'percent', value: '10', minimum: '' },
  codes: null,
  fileName: null,
  phase: 'waiting',
  share: 0,
  cost: noCost,
  skipped: 0,
  fault: null,
};

/** The page after something happened. */
export function reduceCost(state: CostState, action: CostAction): CostState {
  switch (action.type) {
    case 'codes':
      return { ...state, codes: action.codes };
    case 'tried':
      return { ...state, trying: action.trying, fault: null };
    case 'began':
      return {
        ...state,
        fileName: action.fileName,
        phase: 'counting',
        share: 0,
        cost: noCost,
        skipped: 0,
        fault: null,
      };
    case 'counted':
      return { ...state, cost: action.cost, share: action.share };
    case 'ended':
      return { ...state, phase: 'done', share: 1, skipped: action.skipped };
    case 'failed':
      return { ...state, phase: 'waiting', fault: action.fault };
  }
}
