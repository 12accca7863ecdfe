import type { DiscountCode, WorkspaceOnWire } from '@hemat/shared/schemas';
import { amountText } from '../../parts/amount-text.js';
import { lastDayOf, zonedText } from '../../parts/zoned-time.js';

/** A code as the form holds it: what is typed stays text until it is sent. Keys are the fields' names on the wire. */
export interface Draft {
  readonly kind: DiscountCode['kind'];
  readonly code: string;
  /** How many one-time codes. */
  readonly count: string;
  readonly prefix: string;
  readonly type: DiscountCode['type'];
  /** Percent, or an amount in the currency's own unit. */
  readonly value: string;
  readonly currency: string;
  readonly scope: DiscountCode['scope'];
  /** One a line, or parted by commas. */
  readonly productIds: string;
  readonly tagFilter: string;
  readonly minPurchaseAmount: string;
  readonly maxDiscountAmount: string;
  readonly maxUsesTotal: string;
  readonly maxUsesPerCustomer: string;
  readonly limitPolicy: DiscountCode['limitPolicy'];
  readonly holdMinutes: string;
  readonly customerEligibility: DiscountCode['customerEligibility'];
  readonly regions: string;
  readonly combinesWith: DiscountCode['combinesWith'];
  /** `YYYY-MM-DDTHH:MM` in the workspace's zone. */
  readonly startsAt: string;
  /** `YYYY-MM-DD` in the workspace's zone, inclusive. */
  readonly validThrough: string;
  readonly active: boolean;
  readonly public: boolean;
  readonly title: string;
  readonly name: string;
  readonly description: string;
}

/** A new code with the workspace's defaults. */
export function emptyDraft(workspace: WorkspaceOnWire): Draft {
  return {
    kind: 'reusable',
    code: '',
    count: '100',
    prefix: '',
    type: 'percent',
    value: '10',
    currency: workspace.defaultCurrency,
    scope: 'cart',
    productIds: '',
    tagFilter: '',
    minPurchaseAmount: '',
    maxDiscountAmount: '',
    maxUsesTotal: '',
    maxUsesPerCustomer: '',
    limitPolicy: workspace.defaultLimitPolicy,
    holdMinutes: String(workspace.defaultHoldMinutes),
    customerEligibility: 'all',
    regions: '',
    combinesWith: [],
    startsAt: '',
    validThrough: '',
    active: true,
    public: false,
    title: '',
    name: '',
    description: '',
  };
}

/** An existing code as the form shows it. */
export function draftOf(code: DiscountCode, workspace: WorkspaceOnWire): Draft {
  const { timeZone } = workspace;
  const currency = code.currency ?? workspace.defaultCurrency;
  const isPercent = code.type === 'percent' || code.type === 'shipping_percent';
  return {
    ...emptyDraft(workspace),
    kind: code.kind,
    code: code.code ?? '',
    type: code.type,
    value: isPercent ? String(code.value) : amountText(code.value, currency),
    currency,
    scope: code.scope,
    productIds: code.productIds.join('\n'),
    tagFilter: code.tagFilter.join('\n'),
    minPurchaseAmount: amountText(code.minPurchaseAmount, currency),
    maxDiscountAmount: amountText(code.maxDiscountAmount, currency),
    maxUsesTotal: countText(code.maxUsesTotal),
    maxUsesPerCustomer: countText(code.maxUsesPerCustomer),
    limitPolicy: code.limitPolicy,
    holdMinutes: String(code.holdMinutes),
    customerEligibility: code.customerEligibility,
    regions: (code.regions ?? []).join(', '),
    combinesWith: code.combinesWith,
    startsAt: code.startsAt === null ? '' : zonedText(Date.parse(code.startsAt), timeZone),
    validThrough: code.expiresAt === null ? '' : (lastDayOf(Date.parse(code.expiresAt), timeZone) ?? ''),
    active: code.active,
    public: code.public,
    title: code.title ?? '',
    name: code.name ?? '',
    description: code.description ?? '',
  };
}

/** Whether the type gives a part of a price. */
export function isPercentType(type: Draft['type']): boolean {
  return type === 'percent' || type === 'shipping_percent';
}

/** Whether the type takes off the shipping. */
export function isShippingType(type: Draft['type']): boolean {
  return type === 'shipping_percent' || type === 'shipping_fixed';
}

/** Whether any of the draft's amounts is in money, so that the code needs a currency. */
export function isInMoney(draft: Draft): boolean {
  return (
    !isPercentType(draft.type) ||
    draft.minPurchaseAmount.trim() !== '' ||
    (isPercentType(draft.type) && draft.maxDiscountAmount.trim() !== '')
  );
}

function countText(count: number | null): string {
  return count === null ? '' : String(count);
}
