import { nothingToDo, type Subject } from './checks/check.js';
import { checks } from './checks/registry.js';
import type { Cart } from './cart.js';
import type { Facts } from './facts.js';
import type { Missing } from './quote-result.js';
import { reasons, type Reason } from './reason.js';
import type { Candidate, Rule } from './rule.js';

/** The first check a code fails, with what the shopper can do about it. */
export interface Failure {
  readonly reason: Reason;
  readonly missing: readonly Missing[];
}

/** Whether a candidate is a code of the workspace. */
export function isRule(candidate: Candidate | undefined): candidate is Rule {
  return candidate !== undefined && !('unknown' in candidate);
}

/** Why the candidate at `index` does not apply, or `null`: the first of `reasons`, in their order, whose check fails. */
export function firstFailure(
  cart: Cart,
  candidates: readonly Candidate[],
  index: number,
  facts: Facts,
): Failure | null {
  const rule = candidates[index];
  if (!isRule(rule)) return { reason: 'CODE_NOT_FOUND', missing: nothingToDo };
  const earlier = candidates.slice(0, index).filter(isRule);
  const subject: Subject = { rule, cart, now: facts.now, facts: facts.codes[rule.id], earlier };
  for (const reason of reasons) {
    const missing = reason === 'CODE_NOT_FOUND' ? null : checks[reason](subject);
    if (missing !== null) return { reason, missing };
  }
  return null;
}
