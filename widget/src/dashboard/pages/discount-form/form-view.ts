import type { App } from '../../core/app.js';
import type { Draft } from './draft.js';
import type { FormState } from './form-state.js';
import type { Texts } from './texts-en.js';

/** What every section of the form is made from. */
export interface FormView {
  readonly app: App;
  readonly words: Texts;
  readonly state: FormState;
  readonly change: (change: Partial<Draft>) => void;
}

/** The draft's fields that hold text. */
type TextName = { [Name in keyof Draft]: Draft[Name] extends string ? Name : never }[keyof Draft];

/** What ties an input to a text field of the draft. */
export function bound(view: FormView, id: TextName) {
  const { state, change } = view;
  return {
    id,
    value: state.draft[id],
    fault: faultOf(view, id),
    change: (value: string) => change({ [id]: value }),
  };
}

/** What is wrong with a field, in the reader's language; undefined: nothing. */
export function faultOf({ words, state }: FormView, id: string): string | undefined {
  const fault = state.faults[id];
  return fault === undefined ? undefined : (words.faults[fault] ?? words.faults[id] ?? fault);
}
