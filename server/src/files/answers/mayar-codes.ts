import { countOf, isJsonObject, present, type ForeignCode, type JsonObject } from './foreign-code.js';

/**
 * The codes in saved answers of Mayar. A detail call tells the rule and its coupons, the list how often a discount was used: the
 * two are put together by id, and a discount that only the list knows has no rule to take over.
 */
export function mayarCodes(answers: readonly unknown[]): ForeignCode[] {
  const discounts = answers.flatMap(discountsOf);
  const uses = new Map<unknown, number>();
  for (const { id, totalUsage } of discounts) {
    if (totalUsage !== undefined) uses.set(id, countOf(totalUsage));
  }
  return discounts
    .filter(({ coupons }) => Array.isArray(coupons))
    .flatMap((discount) => codesOf(discount, uses.get(discount.id) ?? 0));
}

function discountsOf(answer: unknown): JsonObject[] {
  if (Array.isArray(answer)) return answer.flatMap(discountsOf);
  if (!isJsonObject(answer)) return [];
  if ('data' in answer) return discountsOf(answer.data);
  // The list's `coupons` are discounts; a discount's `coupons` are its codes.
  const isDiscount = 'discountType' in answer || 'discountValue' in answer;
  if (!isDiscount && Array.isArray(answer.coupons)) return discountsOf(answer.coupons);
  return isDiscount ? [answer] : [];
}

const types: Readonly<Record<string, string>> = { percentage: 'percent', monetary: 'fixed' };
const eligibilities: Readonly<Record<string, string>> = { all: 'all', new: 'new', old: 'returning' };

function codesOf(discount: JsonObject, used: number): ForeignCode[] {
  const coupons = (discount.coupons as unknown[]).filter(isJsonObject);
  return coupons.map((coupon) => {
    const isOnce = coupon.type === 'onetime';
    return {
      usesBefore: isOnce ? 0 : used,
      input: present({
        code: coupon.code,
        name: discount.name,
        type: types[String(discount.discountType)] ?? discount.discountType,
        value: discount.value,
        currency: 'IDR',
        ...scopeOf(discount),
        minPurchaseAmount: discount.minimumPurchase || null,
        customerEligibility: eligibilities[String(discount.eligibleCustomerType)],
        maxUsesTotal: isOnce ? 1 : countOf(discount.totalCoupons) || null,
        // Two unpaid orders must not both count on one string.
        limitPolicy: isOnce ? 'hold' : null,
        expiresAt: instantOf(coupon.expiredAt ?? discount.expiredAt),
        active: coupon.isActive !== false,
      }),
    };
  });
}

function scopeOf(discount: JsonObject): JsonObject {
  const products = [discount.productDiscount, discount.products].find(
    (list): list is unknown[] => Array.isArray(list) && list.length > 0,
  );
  if (products === undefined) return {};
  return { scope: 'products', productIds: products.filter(isJsonObject).map(({ id }) => id) };
}

/** Milliseconds in one version, ISO 8601 in the other. */
function instantOf(time: unknown): unknown {
  const isMs = typeof time === 'number' && Math.abs(time) <= 8.64e15;
  return isMs ? new Date(time).toISOString() : time;
}
