import type { ErrorCode } from '@hemat/shared/schemas';
import type { Missing } from '@hemat/shared';

/** A refusal as a value: its code and the facts its sentence needs; text is added at the edge. */
export interface Refusal {
  readonly code: ErrorCode;
  /** The faulty field, where there is one. */
  readonly field?: string;
  /** For a rule's refusal: what the shopper can do. */
  readonly missing?: readonly Missing[];
  /**
   * Whether a rule's reason breaks what a lock had promised: answered as a conflict (409) then, else as a refusal (422).
   */
  readonly conflict?: true;
  /** More facts for the caller, JSON. */
  readonly details?: unknown;
}

/** What a verb answers. */
export type Outcome<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly refusal: Refusal };

/** An answer. */
export const done = <Value>(value: Value): Outcome<Value> => ({ ok: true, value });

/** A refusal. */
export const refused = (refusal: Refusal): Outcome<never> => ({ ok: false, refusal });
