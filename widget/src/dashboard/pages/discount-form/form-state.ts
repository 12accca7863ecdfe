import type { DiscountCode } from '@hemat/shared/schemas';
import type { Failure } from '../../core/failure.js';
import type { Draft } from './draft.js';
import type { Sample } from './preview.js';

/** What is wrong with a field: what the service says, or `NOT_A_NUMBER`. */
export type FieldFaults = Readonly<Partial<Record<string, string>>>;

/** The form and how far it has come. */
export interface FormState {
  /** The code that is edited; null: a new one. */
  readonly edited: DiscountCode | null;
  readonly draft: Draft;
  readonly sample: Sample;
  readonly faults: FieldFaults;
  /** What concerns no field. */
  readonly failure: Failure | null;
  readonly phase: 'loading' | 'missing' | 'editing' | 'saving' | 'saved';
  /** Whether anything was typed since it was opened or saved. */
  readonly isTouched: boolean;
}

/** What happens to the form. */
export type FormAction =
  | { readonly type: 'loaded'; readonly code: DiscountCode; readonly draft: Draft }
  | { readonly type: 'changed'; readonly change: Partial<Draft> }
  | { readonly type: 'tried'; readonly sample: Partial<Sample> }
  | { readonly type: 'saving' }
  | { readonly type: 'refused'; readonly faults: FieldFaults; readonly failure: Failure | null }
  | { readonly type: 'notLoaded'; readonly failure: Failure }
  | { readonly type: 'saved' };

/** The form after something happened. */
export function reduceForm(state: FormState, action: FormAction): FormState {
  switch (action.type) {
    case 'loaded':
      return { ...state, edited: action.code, draft: action.draft, phase: 'editing' };
    case 'changed': {
      const draft = { ...state.draft, ...action.change };
      return { ...state, draft, isTouched: true, faults: withoutTouched(state.faults, action.change) };
    }
    case 'tried':
      return { ...state, sample: { ...state.sample, ...action.sample } };
    case 'saving':
      return { ...state, phase: 'saving', faults: {}, failure: null };
    case 'refused':
      return { ...state, phase: 'editing', faults: action.faults, failure: action.failure };
    case 'notLoaded':
      return { ...state, phase: 'missing', failure: action.failure };
    case 'saved':
      return { ...state, phase: 'saved', isTouched: false };
  }
}

/** A fault is gone as its field is typed in. */
function withoutTouched(faults: FieldFaults, change: Partial<Draft>): FieldFaults {
  return Object.fromEntries(Object.entries(faults).filter(([name]) => !(name in change)));
}
