import type { Reason } from '../reason.js';
import type { Check } from './check.js';
import { currencyMismatch } from './currency-mismatch.js';
import { customerLimitReached } from './customer-limit-reached.js';
import { customerNotEligible } from './customer-not-eligible.js';
import { customerRequired } from './customer-required.js';
import { expired } from './expired.js';
import { inactive } from './inactive.js';
import { maxUsesReached } from './max-uses-reached.js';
import { minPurchaseNotMet } from './min-purchase-not-met.js';
import { notCombinable } from './not-combinable.js';
import { notYetValid } from './not-yet-valid.js';
import { regionMismatch } from './region-mismatch.js';
import { scopeMismatch } from './scope-mismatch.js';

/** A reason that needs a rule to be judged: every one but the code's absence. */
export type RuleReason = Exclude<Reason, 'CODE_NOT_FOUND'>;

/** Every check of a rule by the reason it gives when it fails. Their order is that of `reasons`. */
export const checks: Readonly<Record<RuleReason, Check>> = {
  INACTIVE: inactive,
  NOT_YET_VALID: notYetValid,
  EXPIRED: expired,
  MAX_USES_REACHED: maxUsesReached,
  CUSTOMER_REQUIRED: customerRequired,
  CUSTOMER_LIMIT_REACHED: customerLimitReached,
  CUSTOMER_NOT_ELIGIBLE: customerNotEligible,
  CURRENCY_MISMATCH: currencyMismatch,
  REGION_MISMATCH: regionMismatch,
  MIN_PURCHASE_NOT_MET: minPurchaseNotMet,
  SCOPE_MISMATCH: scopeMismatch,
  NOT_COMBINABLE: notCombinable,
};
