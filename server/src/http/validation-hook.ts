import type { Hook } from '@hono/zod-openapi';
import type { z } from 'zod';
import { refuseInvalid, type Fault } from '../services/refuse-invalid.js';
import type { AppEnv } from './call.js';
import { answer } from './send.js';

/** Answers a request that does not fit its schema with every fault; never with what was sent. */
// Hono names every type parameter of a hook; whatever was validated, only its issues are read.
export const validationHook: Hook<unknown, AppEnv, string, unknown> = (result, c) => {
  if (result.success) return undefined;
  return answer(c, refuseInvalid(result.error.issues.flatMap((issue) => faultsOf(issue))));
};

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
