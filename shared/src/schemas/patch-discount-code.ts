import { z } from 'zod';
import { discountCodeFields } from './discount-code-fields.js';
import { discountType } from './terms.js';

/**
 * `PATCH /v1/discount-codes/:id`: only what is named changes; `null` takes an optional limit away. `code` is accepted only as
 * it stands, `type` only while no redemption exists: 409 `FIELD_IMMUTABLE` otherwise.
 */
export const patchDiscountCodeInput = z.strictObject({
  code: z.string().max(200).nullish(),
  type: discountType.nullish(),
  ...discountCodeFields,
  value: discountCodeFields.value.nullish(),
});
export type PatchDiscountCodeInput = z.infer<typeof patchDiscountCodeInput>;
