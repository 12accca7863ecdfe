import { canonicalCode, type CodeFault } from '../code/canonical-code.js';
import { mixesScripts } from '../code/mixes-scripts.js';
import { isPercent } from '../money/percent.js';
import type { DiscountType, Scope } from '../rule/rule.js';

/** A fault that only shows when fields are seen together: its path and what the law says, never the value. */
export interface LawFault {
  readonly path: readonly string[];
  readonly message: string;
}

/** The rule's fields as they would stand. Amounts in minor units, times in epoch ms. */
export interface RuleFields {
  readonly type: DiscountType;
  /** Percent or minor units by `type`. */
  readonly value: number;
  readonly currency: string | null;
  readonly scope: Scope;
  readonly productIds: readonly string[];
  readonly tagFilter: readonly string[];
  readonly minPurchaseAmount: number | null;
  readonly maxDiscountAmount: number | null;
  readonly startsAt: number | null;
  readonly expiresAt: number | null;
}

/** Every law of the rule that its fields break. */
export function ruleFaults(rule: RuleFields): LawFault[] {
  return [...valueFaults(rule), ...currencyFaults(rule), ...scopeFaults(rule), ...windowFaults(rule)];
}

/** Why a typed string can't become a code. */
export function codeFaults(typed: string): LawFault[] {
  const canonical = canonicalCode(typed);
  if (canonical.ok) {
    return mixesScripts(typed) ? [fault('code', 'mixes letters of scripts that look alike')] : [];
  }
  return [fault('code', codeFaultMessages[canonical.fault])];
}

const codeFaultMessages: Record<CodeFault, string> = {
  EMPTY: 'has no visible character',
  TOO_LONG: 'is longer than 50 characters',
  BAD_CHARACTER: 'may hold letters, digits, _ . and - only',
};

function valueFaults({ type, value }: RuleFields): LawFault[] {
  if (type === 'percent' || type === 'shipping_percent') {
    return isPercent(value)
      ? []
      : [fault('value', 'is not a percentage from 0.01 to 100 with at most two decimals')];
  }
  return Number.isSafeInteger(value) ? [] : [fault('value', 'is not a whole number of minor units')];
}

function currencyFaults(rule: RuleFields): LawFault[] {
  const isInMoney =
    rule.type === 'fixed' ||
    rule.type === 'shipping_fixed' ||
    rule.minPurchaseAmount !== null ||
    rule.maxDiscountAmount !== null;
  return isInMoney && rule.currency === null
    ? [fault('currency', 'is needed as soon as an amount is in money')]
    : [];
}

function scopeFaults({ scope, productIds, tagFilter }: RuleFields): LawFault[] {
  const faults: LawFault[] = [];
  if (scope === 'products' && productIds.length === 0) {
    faults.push(fault('productIds', 'is needed for the scope products'));
  }
  if (scope === 'tags' && tagFilter.length === 0) {
    faults.push(fault('tagFilter', 'is needed for the scope tags'));
  }
  if (scope !== 'products' && productIds.length > 0) {
    faults.push(fault('productIds', 'belongs to the scope products only'));
  }
  if (scope !== 'tags' && tagFilter.length > 0) {
    faults.push(fault('tagFilter', 'belongs to the scope tags only'));
  }
  return faults;
}

function windowFaults({ startsAt, expiresAt }: RuleFields): LawFault[] {
  return startsAt !== null && expiresAt !== null && expiresAt <= startsAt
    ? [fault('expiresAt', 'does not come after startsAt')]
    : [];
}

function fault(field: string, message: string): LawFault {
  return { path: [field], message };
}
