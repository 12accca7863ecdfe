import { countOf, isJsonObject, present, type ForeignCode, type JsonObject } from './foreign-code.js';

/** The codes in one saved answer of Ripllo or Storlaunch: a list in either form, one code, or a bare object without envelope. */
export function forjioCodes(answer: unknown): ForeignCode[] {
  if (Array.isArray(answer)) return answer.flatMap(forjioCodes);
  if (!isJsonObject(answer)) return [];
  if ('data' in answer) return forjioCodes(answer.data);
  if (Array.isArray(answer.items)) return forjioCodes(answer.items);
  return typeof answer.code === 'string' ? [codeOf(answer)] : [];
}

function codeOf(code: JsonObject): ForeignCode {
  const scope = code.scope ?? 'cart';
  return {
    usesBefore: countOf(code.redemptionCount ?? code.usesTotal),
    input: present({
      code: code.code,
      type: code.type,
      value: code.value,
      currency: code.currency,
      description: code.description,
      scope,
      ...(scope === 'products' && { productIds: code.productIds }),
      ...((scope === 'tags' || scope === 'tag') && { tagFilter: code.tagFilter }),
      minPurchaseAmount: code.minPurchaseAmount,
      maxUsesTotal: code.maxUsesTotal,
      maxUsesPerCustomer: code.maxUsesPerCustomer,
      startsAt: code.startsAt,
      expiresAt: code.expiresAt,
      active: code.archivedAt == null && code.active !== false,
      public: code.public,
    }),
  };
}
