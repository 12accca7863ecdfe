import type { Reason, WireReason } from '@hemat/shared';
import type { errorStatus, ErrorBody } from '@hemat/shared/schemas';
import type { Refusal } from '../services/outcome.js';
import { errorBodyOf, statusOfRefusal, type AnswerStyle, type Stamp } from '../http/render.js';

/** Another system's name of an error; its status where that differs from ours. */
export type NamedError = string | { readonly code: string; readonly status: number };

/** How another system names what Hemat may refuse with. */
export interface RefusalTable {
  /** Where its name of an error or the status differs from ours. */
  readonly errors: Readonly<Partial<Record<keyof typeof errorStatus, NamedError>>>;
  /** Complete by type: a reason is what its clients tell apart. */
  readonly reasons: Readonly<Record<WireReason, string>>;
  /** What it calls the faulty field. Default `field`. */
  readonly fieldName?: 'param';
}

/** A refusal in another system's words. */
export interface NamedRefusal {
  readonly status: number;
  readonly error: ErrorBody & { readonly param?: string };
}

/** A refusal under the names of `table`, with our sentence. */
export function nameRefusal(
  table: RefusalTable,
  call: Stamp,
  refusal: Refusal,
  style: AnswerStyle,
): NamedRefusal {
  const error = spell(table, errorBodyOf(call, refusal, style));
  const status = statusOfRefusal(refusal);
  const named = isReason(table, refusal.code) ? table.reasons[refusal.code] : table.errors[refusal.code];
  if (named === undefined) return { status, error };
  return typeof named === 'string'
    ? { status, error: { ...error, code: named } }
    : { status: named.status, error: { ...error, code: named.code } };
}

function spell({ fieldName }: RefusalTable, { field, ...error }: ErrorBody): NamedRefusal['error'] {
  return field === undefined ? error : { ...error, [fieldName ?? 'field']: field };
}

function isReason({ reasons }: RefusalTable, code: Refusal['code']): code is Reason {
  return code in reasons;
}
