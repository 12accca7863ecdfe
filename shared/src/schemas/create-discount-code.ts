import { z } from 'zod';
import { discountCodeFields } from './discount-code-fields.js';
import { discountCodeKind } from './discount-code.js';
import { discountType } from './terms.js';

/** `POST /v1/discount-codes`. Unknown fields are refused; what is left out takes the workspace's default. */
export const createDiscountCodeInput = z.strictObject({
  /** Kept as typed; unique in the workspace whatever its letter case, width or spacing. None for `onetime`. */
  code: z.string().min(1).max(200).nullish(),
  /** Default `reusable`. `onetime` makes one rule and generates `count` strings in the background. */
  kind: discountCodeKind.nullish(),
  /** How many strings; needed for `onetime`, which alone takes it. */
  count: z.int().min(1).max(1_000_000).nullish(),
  /** What each string begins with, before a hyphen: at most 20 characters of a code. `onetime` only. */
  prefix: z.string().min(1).max(100).nullish(),
  /** Characters of a string behind the prefix, the last a check character: 12 by default. `onetime` only. */
  length: z.union([z.literal(12), z.literal(16), z.literal(20)]).nullish(),
  type: discountType,
  ...discountCodeFields,
});
export type CreateDiscountCodeInput = z.infer<typeof createDiscountCodeInput>;
