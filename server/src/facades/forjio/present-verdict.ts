import type { ValidateAnswer } from '@hemat/shared/schemas';
import type { CallDeps } from '../../services/deps.js';
import { loadDiscountCode } from '../../services/load-discount-code.js';
import { done, type Outcome } from '../../services/outcome.js';
import type { RefusalTable } from '../refusal-table.js';
import { presentCode } from './present-code.js';

/** A verdict for these systems' clients: `valid` and `applies` alike, one reason of their own list, our sentence beside it. */
export function presentVerdict(verdict: ValidateAnswer, reasons: RefusalTable['reasons']) {
  const { discountAmount, shippingDiscount, subtotal, total, currency } = verdict;
  const figures = { discountAmount, discountShipping: shippingDiscount, subtotal, total, currency };
  if (verdict.applies) return { valid: true, applies: true, reason: null, ...figures };
  const { reason, message } = verdict;
  return { valid: false, applies: false, reason: reasons[reason], message, ...figures };
}

/** The same with the code itself where it applies, for callers who may read codes. */
export async function presentVerdictWithCode(
  deps: CallDeps,
  verdict: ValidateAnswer,
  reasons: RefusalTable['reasons'],
): Promise<Outcome<object>> {
  const shown = presentVerdict(verdict, reasons);
  const [first] = verdict.applies ? verdict.codes : [];
  if (first === undefined) return done(shown);
  const code = await loadDiscountCode(deps, first.id);
  // The string that was asked for, also where it is one of many of its rule.
  return code.ok
    ? done({ ...shown, code: { ...presentCode(code.value, deps.workspace), code: first.code } })
    : code;
}
