import type { z } from 'zod';
import type { Fault } from '../services/refuse-invalid.js';

/** What a value came to under a schema. */
export type Fitted<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly faults: readonly Fault[] };

/** The value as `schema` reads it, or everything that is wrong with it. */
export function fit<Value>(schema: z.ZodType<Value>, given: unknown): Fitted<Value> {
  // The input tells what is missing from what is of another type; it goes no further than this.
  const parsed = schema.safeParse(given, { reportInput: true });
  return parsed.success
    ? { ok: true, value: parsed.data }
    : { ok: false, faults: parsed.error.issues.flatMap(faultsOf) };
}

/** A fault for each issue; an unknown field is named by its own path. */
function faultsOf(issue: z.core.$ZodIssue): Fault[] {
  const path = issue.path.map((step) => (typeof step === 'number' ? step : String(step)));
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ path: [...path, key], code: issue.code, message: 'is not a field' }));
  }
  return [{ path, code: issue.code, message: messageOf(issue) }];
}

/** In the form "<path> <message>"; zod's own sentences name types and limits, never the value. */
function messageOf(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined
        ? `is required, ${issue.expected}`
        : `is not ${article(issue.expected)}`;
    case 'too_small':
      return `is below the least, ${issue.minimum}`;
    case 'too_big':
      return `is above the most, ${issue.maximum}`;
    case 'invalid_value':
      return `is none of ${issue.values.join(', ')}`;
    case 'custom':
    case 'invalid_format':
      return issue.message;
    default:
      return 'is not valid';
  }
}

function article(expected: string): string {
  return /^[aeiou]/.test(expected) ? `an ${expected}` : `a ${expected}`;
}
