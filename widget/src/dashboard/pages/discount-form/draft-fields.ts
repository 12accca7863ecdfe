import type { CreateDiscountCode } from '@hemat/shared/management-client';
import { parseAmount } from '../../parts/amount-text.js';
import { parseList } from '../../parts/parse-list.js';
import { zonedInstant } from '../../parts/zoned-time.js';
import { isInMoney, isPercentType, isShippingType, type Draft } from './draft.js';

/** What is sent of a code: its string and kind apart, every field of the rule. */
export type SentFields = Omit<CreateDiscountCode, 'code' | 'kind' | 'count' | 'prefix' | 'length'>;

/** The fields of a draft as they travel, or which of them hold no number. What does not apply to the type is left out. */
export type ReadDraft =
  | { readonly ok: true; readonly fields: SentFields }
  | { readonly ok: false; readonly unreadable: readonly (keyof Draft)[] };

/** Reads a draft; moments are those of the workspace's zone. */
export function readDraft(draft: Draft, timeZone: string): ReadDraft {
  const { currency, type } = draft;
  const isPercent = isPercentType(type);
  const value = isPercent ? parseDecimal(draft.value) : parseAmount(draft.value, currency);
  const numbers = {
    value,
    minPurchaseAmount: parseAmount(draft.minPurchaseAmount, currency),
    maxDiscountAmount: isPercent ? parseAmount(draft.maxDiscountAmount, currency) : null,
    maxUsesTotal: draft.kind === 'onetime' ? null : parseCount(draft.maxUsesTotal),
    maxUsesPerCustomer: draft.kind === 'onetime' ? null : parseCount(draft.maxUsesPerCustomer),
  };
  const startsAt = draft.startsAt === '' ? null : zonedInstant(draft.startsAt, timeZone);
  const unreadable = Object.entries({ ...numbers, startsAt })
    .filter(([, read]) => Number.isNaN(read))
    // The keys above are the draft's own.
    .map(([name]) => name as keyof Draft);
  if (value === null) unreadable.push('value');
  if (value === null || unreadable.length > 0) return { ok: false, unreadable };
  const scope = isShippingType(type) ? 'cart' : draft.scope;
  const fields: SentFields = {
    ...textsOf(draft),
    ...numbers,
    type,
    value,
    currency: isInMoney(draft) ? currency : null,
    scope,
    productIds: scope === 'products' ? parseList(draft.productIds) : [],
    tagFilter: scope === 'tags' ? parseList(draft.tagFilter) : [],
    regions: regionsOf(draft),
    startsAt: startsAt === null ? null : new Date(startsAt).toISOString(),
    validThrough: draft.validThrough === '' ? null : draft.validThrough,
  };
  return { ok: true, fields };
}

/** What needs no reading. */
function textsOf(draft: Draft) {
  return {
    name: draft.name.trim() || null,
    description: draft.description.trim() || null,
    title: draft.title.trim() || null,
    customerEligibility: draft.customerEligibility,
    combinesWith: [...draft.combinesWith],
    active: draft.active,
    public: draft.public,
    limitPolicy: draft.limitPolicy,
    ...(draft.limitPolicy === 'hold' && { holdMinutes: Number(draft.holdMinutes) || 0 }),
  };
}

function regionsOf({ regions }: Draft): string[] | null {
  const list = parseList(regions);
  return list.length === 0 ? null : list;
}

function parseDecimal(text: string): number | null {
  const typed = text.trim().replace(',', '.');
  if (typed === '') return null;
  return /^\d+(\.\d+)?$/.test(typed) ? Number(typed) : NaN;
}

function parseCount(text: string): number | null {
  const typed = text.replace(/[\s.,]/g, '');
  if (typed === '') return null;
  return /^\d+$/.test(typed) ? Number(typed) : NaN;
}
