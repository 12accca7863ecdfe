import {
  currencyExponent,
  quote,
  ruleFromTerms,
  validThroughToInstant,
  type Cart,
  type Quote,
} from '@hemat/shared';
import type { Terms, WorkspaceOnWire } from '@hemat/shared/schemas';
import type { Gift } from '../../texts/gives.js';
import { readDraft, type SentFields } from './draft-fields.js';
import type { Draft } from './draft.js';

/** A cart to try a code on; amounts in minor units. */
export interface Sample {
  /** All items together. */
  readonly subtotal: number;
  readonly shippingAmount: number;
}

/** What a draft gives on a sample cart, by the engine that decides at checkout. */
export interface Preview {
  readonly cart: Cart;
  readonly quote: Quote;
  readonly gift: Gift;
}

/** A cart of an ordinary size in a currency. */
export function ordinarySample(currency: string): Sample {
  const unit = 10 ** currencyExponent(currency);
  const scale = unit === 1 ? 1000 : unit / 4;
  return { subtotal: 250 * scale, shippingAmount: 20 * scale };
}

/** Null while the draft cannot be read as a rule. Uses and customers are left out; a later start counts as come. */
export function previewOf(
  draft: Draft,
  sample: Sample,
  place: WorkspaceOnWire & { now: number },
): Preview | null {
  // How often a code may be used changes nothing on one cart.
  const read = readDraft({ ...draft, maxUsesTotal: '', maxUsesPerCustomer: '' }, place.timeZone);
  if (!read.ok) return null;
  const terms = termsOf(draft, read.fields, place);
  const cart = cartFor(terms, sample, draft.currency);
  const startsAt = terms.startsAt === null ? place.now : Date.parse(terms.startsAt);
  const facts = { now: Math.max(place.now, startsAt), codes: {} };
  const gift = { ...terms, currency: draft.currency };
  return { cart, quote: quote(cart, [ruleFromTerms(terms)], facts), gift };
}

function termsOf(draft: Draft, fields: SentFields, { timeZone, roundingIncrement }: WorkspaceOnWire): Terms {
  const { validThrough } = draft;
  return {
    id: 'draft',
    code: draft.code,
    version: 1,
    title: null,
    type: draft.type,
    value: fields.value,
    currency: fields.currency ?? null,
    scope: draft.scope,
    productIds: fields.productIds ?? [],
    tagFilter: fields.tagFilter ?? [],
    minPurchaseAmount: fields.minPurchaseAmount ?? null,
    maxDiscountAmount: fields.maxDiscountAmount ?? null,
    // A sample cart goes nowhere in particular.
    regions: null,
    combinesWith: [],
    startsAt: fields.startsAt ?? null,
    expiresAt:
      validThrough === '' ? null : new Date(validThroughToInstant(validThrough, timeZone)).toISOString(),
    customerEligibility: draft.customerEligibility,
    customerRequired: false,
    roundingIncrement,
  };
}

/** Two lines: one the code looks at, and, where it does not look at all, one it does not. */
function cartFor(terms: Terms, { subtotal, shippingAmount }: Sample, currency: string): Cart {
  const matching = terms.scope === 'cart' ? subtotal : Math.round(subtotal * 0.6);
  const productId = terms.productIds[0] ?? null;
  const lines = [
    { lineId: 'match', productId, tags: terms.tagFilter.slice(0, 1), quantity: 1, unitAmount: matching },
    { lineId: 'other', productId: null, tags: [], quantity: 1, unitAmount: subtotal - matching },
  ].filter(({ unitAmount }) => unitAmount > 0);
  return { currency, lines, subtotal, shippingAmount, region: null };
}
