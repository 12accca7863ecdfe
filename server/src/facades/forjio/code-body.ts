import { createDiscountCodeInput } from '@hemat/shared/schemas';
import { z } from 'zod';

const { shape } = createDiscountCodeInput;

/** What these systems know of a code; further fields of older and newer clients are passed over. */
const fields = {
  type: shape.type,
  value: shape.value,
  currency: shape.currency,
  description: shape.description,
  scope: shape.scope,
  productIds: shape.productIds,
  tagFilter: shape.tagFilter,
  minPurchaseAmount: shape.minPurchaseAmount,
  maxUsesTotal: shape.maxUsesTotal,
  maxUsesPerCustomer: shape.maxUsesPerCustomer,
  startsAt: shape.startsAt,
  expiresAt: shape.expiresAt,
  active: shape.active,
  public: shape.public,
};

const code = z.string().trim().min(1).max(50);

/** The body that makes a code; `null` means absent. */
export const createCodeBody = z.object({ code, ...fields, currency: fields.currency.unwrap().unwrap() });

/** The same where the currency may be left out and is then rupiah. */
export const createRupiahCodeBody = z.object({
  code,
  ...fields,
  currency: fields.currency.transform((given) => given ?? 'IDR'),
});

/** The body that changes one: everything but the code itself, which no change may name. */
export const patchCodeBody = z.object({
  ...fields,
  code: z.undefined('can not change: make a new code').optional(),
  type: fields.type.nullish(),
  value: fields.value.nullish(),
});
