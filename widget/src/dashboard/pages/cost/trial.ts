import { percentToBasisPoints, isPercent, type Rule } from '@hemat/shared';
import type { DiscountCode, WorkspaceOnWire } from '@hemat/shared/schemas';
import { parseAmount } from '../../parts/amount-text.js';
import type { Trying } from './cost-state.js';
import type { Trial } from './cost.js';

/** The rule to count with; null while its numbers cannot be read. Starts and ends are left out: the orders are past. */
export function trialOf(trying: Trying, workspace: WorkspaceOnWire): Trial | null {
  const { defaultCurrency: currency, roundingIncrement } = workspace;
  if (trying.source === 'existing') {
    const { code } = trying;
    return { rule: ruleOf(code, roundingIncrement), currency: code.currency ?? currency, now: 0 };
  }
  const minimum = parseAmount(trying.minimum, currency);
  const value =
    trying.type === 'percent' ? Number(trying.value.replace(',', '.')) : parseAmount(trying.value, currency);
  const isReadable = trying.type === 'percent' ? isPercent(value ?? 0) : (value ?? 0) > 0;
  if (!isReadable || value === null || Number.isNaN(minimum)) return null;
  const discount =
    trying.type === 'percent'
      ? ({ type: 'percent', basisPoints: percentToBasisPoints(value) } as const)
      : ({ type: 'fixed', amount: value } as const);
  return {
    rule: { ...plainRule, discount, currency, minPurchaseAmount: minimum, roundingIncrement },
    currency,
    now: 0,
  };
}

const plainRule: Omit<Rule, 'discount'> = {
  id: 'trial',
  code: 'trial',
  version: 1,
  title: null,
  currency: null,
  scope: 'cart',
  productIds: [],
  tagFilter: [],
  minPurchaseAmount: null,
  maxDiscountAmount: null,
  regions: null,
  combinesWith: [],
  startsAt: null,
  expiresAt: null,
  customerEligibility: 'all',
  hasCustomerLimit: false,
  roundingIncrement: null,
};

function ruleOf(code: DiscountCode, roundingIncrement: number | null): Rule {
  const { type, value, scope, productIds, tagFilter, minPurchaseAmount, maxDiscountAmount, regions } = code;
  const discount =
    type === 'percent' || type === 'shipping_percent'
      ? { type, basisPoints: percentToBasisPoints(value) }
      : { type, amount: value };
  return {
    ...plainRule,
    discount,
    currency: code.currency,
    scope,
    productIds,
    tagFilter,
    minPurchaseAmount,
    maxDiscountAmount,
    regions,
    roundingIncrement,
  };
}
