import {
  amount,
  positiveAmount,
  type CreateDiscountCodeInput,
  type ValidateInput,
} from '@hemat/shared/schemas';
import { z } from 'zod';

/** Which generation of Mayar's API a call speaks. */
export type MayarVersion = 'v1' | 'v2';

const mostStrings = 50;
const mostPercent = 99;

const discount = z.object({
  discountType: z.enum(['monetary', 'percentage']),
  eligibleCustomerType: z.enum(['all', 'new', 'old']),
  minimumPurchase: amount.nullish(),
  value: positiveAmount,
  totalCoupons: z.int().min(1).max(1_000_000),
});

/** The body that makes a discount with its coupons. The newer version lets more be left out. */
export function createBody(version: MayarVersion) {
  const isOld = version === 'v1';
  const expiredAt = z.iso.datetime({ offset: true });
  return z
    .object({
      name: z
        .string()
        .min(isOld ? 1 : 5)
        .max(100),
      expiredAt: isOld ? expiredAt : expiredAt.nullish(),
      discount: isOld ? discount.required({ minimumPurchase: true }) : discount,
      coupon: z.object({ code: z.string().min(1).max(50).nullish(), type: z.enum(['reusable', 'onetime']) }),
      products: z
        .array(z.object({ id: z.string().min(1).max(200) }))
        .max(2)
        .nullish(),
    })
    .refine(({ coupon }) => !isOld || coupon.type === 'onetime' || coupon.code != null, {
      path: ['coupon', 'code'],
      message: 'is required',
    });
}
export type CreateBody = z.infer<ReturnType<typeof createBody>>;

const eligibilities = { all: 'all', new: 'new', old: 'returning' } as const;

/** The same as a code of ours: whole rupiah, a percentage of at most 99, at most 50 strings. `freeCode` is taken where none is named. */
export function codeInput(
  { name, expiredAt, discount: given, coupon, products }: CreateBody,
  freeCode: string,
) {
  const isPercentage = given.discountType === 'percentage';
  const ids = products?.map(({ id }) => id) ?? [];
  const rule = {
    name,
    type: isPercentage ? ('percent' as const) : ('fixed' as const),
    value: isPercentage ? Math.min(given.value, mostPercent) : given.value,
    currency: 'IDR',
    minPurchaseAmount: given.minimumPurchase || null,
    customerEligibility: eligibilities[given.eligibleCustomerType],
    expiresAt: expiredAt ?? null,
    ...(ids.length > 0 && { scope: 'products' as const, productIds: ids }),
  };
  const input: CreateDiscountCodeInput =
    coupon.type === 'onetime'
      ? { ...rule, kind: 'onetime', count: Math.min(given.totalCoupons, mostStrings) }
      : { ...rule, code: coupon.code ?? freeCode, maxUsesTotal: given.totalCoupons };
  return input;
}

const name = z.string().min(1).max(200);
const rupiah = z.coerce.number().pipe(amount);

/** The question in both versions' words, from a body or an address. Older callers leave out all but the code. */
export const validateBody = z
  .object({
    couponCode: name,
    paymentLinkId: name.nullish(),
    finalAmount: rupiah.nullish(),
    amount: rupiah.nullish(),
    customerEmail: name.nullish(),
  })
  .transform(({ couponCode, paymentLinkId, finalAmount, amount: given, customerEmail }): ValidateInput => {
    const unitAmount = given ?? finalAmount ?? 0;
    return {
      code: couponCode,
      currency: 'IDR',
      subtotal: unitAmount,
      lineItems: [{ productId: paymentLinkId, quantity: 1, unitAmount }],
      customerId: customerEmail?.toLowerCase(),
    };
  });

export const checkBody = z.object({ couponCode: z.string().min(1).max(50) });

/** The query of the list. */
export const listQuery = z.object({
  limit: z.coerce.number().int().min(1).max(50).default(10),
  startingAfter: z.string().max(100).optional(),
  status: z.enum(['active', 'inactive', 'expired', 'upcoming']).optional(),
  search: z.string().max(100).optional(),
  productId: z.string().max(200).optional(),
});
export type ListQuery = z.infer<typeof listQuery>;
