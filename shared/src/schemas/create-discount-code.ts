import { z } from 'zod';
import { discountCodeFields } from './discount-code-fields.js';
import { discountType } from './terms.js';

/** `POST /v1/discount-codes`. Unknown fields are refused; what is left out takes the workspace's default. */
export const createDiscountCodeInput = z.strictObject({
  /** Kept as typed; unique in the workspace whatever its letter case, width or spacing. */
  code: z.string().min(1).max(200),
  kind: z.enum(['reusable']).nullish(),
  type: discountType,
  ...discountCodeFields,
});
export type CreateDiscountCodeInput = z.infer<typeof createDiscountCodeInput>;
