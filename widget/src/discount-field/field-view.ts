import type { DiscountState } from '../store/discount-state.js';
import type { Speech } from './sentences.js';

/** The states of the field: the store's, and `collapsed` for an idle one that is closed. */
export type FieldState = 'collapsed' | DiscountState['kind'];

/** All that the template of a field is made of. */
export interface FieldView extends Speech {
  readonly typed: string;
  /** Whether the page or the shopper has opened the field. */
  readonly open: boolean;
  readonly disabled: boolean;
  /** The text of labels outside the element; they take the place of its own. */
  readonly outerLabel: string;
  readonly announcement: string;
  onToggle(): void;
  onType(event: InputEvent): void;
  onKey(event: KeyboardEvent): void;
  onSubmit(): void;
  onRemove(code: string): void;
  onReplace(code: string): void;
}

/** What of the field is there to be seen. */
export function layoutOf({ model, open, typed }: Pick<FieldView, 'model' | 'open' | 'typed'>): {
  readonly state: FieldState;
  readonly form: boolean;
  readonly toggle: boolean;
} {
  const { shown } = model;
  const mayAdd = shown.applied.every(({ rule }) => rule.combinesWith.length > 0);
  const byHand = shown.kind === 'checking' && shown.source !== 'kept' && shown.source !== 'linked';
  const mustShow = byHand || shown.kind === 'refused' || shown.kind === 'unavailable';
  const form = mustShow || (mayAdd && (open || typed !== ''));
  const state = shown.kind === 'idle' && !form ? 'collapsed' : shown.kind;
  return { state, form, toggle: !form && mayAdd && shown.kind !== 'checking' };
}
