import type { Cart } from './cart.js';
import type { Facts } from './facts.js';
import { firstFailure } from './first-failure.js';
import type { CheckOutcome } from './quote-result.js';
import { reasons } from './reason.js';
import type { Candidate } from './rule.js';

/**
 * Every check of every code in the order `quote` runs them: passed up to the first that failed, skipped after it. Each code is
 * judged, also behind a refused one.
 */
export function explainChecks(cart: Cart, candidates: readonly Candidate[], facts: Facts): CheckOutcome[] {
  return candidates.flatMap((_, index) => {
    const failed = firstFailure(cart, candidates, index, facts)?.reason;
    const failedAt = failed === undefined ? reasons.length : reasons.indexOf(failed);
    return reasons.map((check, place): CheckOutcome => {
      if (place === failedAt) return { index, check, outcome: 'failed' };
      return { index, check, outcome: place < failedAt ? 'passed' : 'skipped' };
    });
  });
}
