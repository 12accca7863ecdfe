import type { DiscountCode, OneTimeString } from '@hemat/shared/schemas';
import type { MayarVersion } from './coupon-bodies.js';

/** A code with the strings of its batch; none for a reusable one. */
export interface DiscountWithStrings {
  readonly code: DiscountCode;
  readonly strings: readonly OneTimeString[];
}

const eligibilities = { all: 'all', new: 'new', returning: 'old' } as const;
const statuses = {
  active: 'active',
  used_up: 'active',
  scheduled: 'upcoming',
  expired: 'expired',
  paused: 'inactive',
  archived: 'inactive',
} as const;

/** A code's kind of discount, in Mayar's words. */
export function discountTypeOf({ type }: Pick<DiscountCode, 'type'>): 'percentage' | 'monetary' {
  return type === 'percent' || type === 'shipping_percent' ? 'percentage' : 'monetary';
}

/** Who may use a code, in Mayar's words. */
export function eligibleCustomersOf({ customerEligibility }: Pick<DiscountCode, 'customerEligibility'>) {
  return eligibilities[customerEligibility];
}

/** What `create` answers. */
export function presentCreated({ code, strings }: DiscountWithStrings, version: MayarVersion): object {
  const terms = termsOf(code, strings);
  if (version === 'v1') {
    return {
      ...terms,
      createdAt: Date.parse(code.createdAt),
      expiredAt: toMs(code.expiresAt),
      isLifeTime: null,
      coupons: codesOf(code, strings).map((coupon) => ({ ...coupon, isActive: true })),
      productDiscount: [],
    };
  }
  return {
    ...terms,
    expiredAt: code.expiresAt,
    isLifeTime: code.expiresAt === null,
    status: 'active',
    coupons: codesOf(code, strings).map((coupon) =>
      code.kind === 'reusable' ? { id: code.id, ...coupon } : coupon,
    ),
    products: code.productIds.map((id) => ({ id })),
    createdAt: code.createdAt,
  };
}

/** What `detail` answers, the same in both versions; times in milliseconds. */
export function presentDetail({ code, strings }: DiscountWithStrings, userId: string): object {
  const dates = {
    createdAt: Date.parse(code.createdAt),
    expiredAt: toMs(code.expiresAt),
    updatedAt: Date.parse(code.updatedAt),
  };
  const coupons = codesOf(code, strings).map((coupon, place) => ({
    id: code.kind === 'reusable' ? code.id : `${code.id}-${place + 1}`,
    ...coupon,
    ...dates,
    discountId: code.id,
    endMonthTrial: null,
    isActive: code.active && strings[place]?.state !== 'used',
    limit: code.kind === 'reusable' ? (code.maxUsesTotal ?? 0) : 1,
    userId,
  }));
  const { createdAt, expiredAt } = dates;
  return {
    ...termsOf(code, strings),
    createdAt,
    expiredAt,
    productDiscount: code.productIds.map((id) => ({ id })),
    isLifeTime: code.expiresAt === null,
    coupons,
  };
}

/** A row of the list. */
export function presentListed(code: DiscountCode): object {
  return {
    id: code.id,
    name: code.name ?? code.title ?? code.code ?? '',
    status: statuses[code.status],
    discountValue: code.value,
    totalUsage: code.usesTotal,
    createdAt: code.createdAt,
    expiredAt: code.expiresAt,
    products: code.productIds.map((id) => ({ id, name: id })),
  };
}

function termsOf(code: DiscountCode, strings: readonly OneTimeString[]) {
  return {
    id: code.id,
    name: code.name ?? code.title ?? code.code ?? '',
    discountType: discountTypeOf(code),
    discountProductType: code.productIds.length === 0 ? 'all' : 'selected',
    eligibleCustomerType: eligibleCustomersOf(code),
    minimumPurchase: code.minPurchaseAmount,
    totalCoupons: code.kind === 'onetime' ? strings.length : (code.maxUsesTotal ?? 0),
    value: code.value,
  };
}

function codesOf({ code, kind, expiresAt }: DiscountCode, strings: readonly OneTimeString[]) {
  const codes = kind === 'reusable' ? [code] : strings.map((string) => string.code);
  return codes.map((string) => ({ code: string, type: kind, expiredAt: expiresAt }));
}

function toMs(instant: string | null): number | null {
  return instant === null ? null : Date.parse(instant);
}
