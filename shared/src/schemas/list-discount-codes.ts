import { z } from 'zod';
import { discountCode, discountCodeStatus } from './discount-code.js';
import { pageOf, pageQuery } from './page.js';

/** `GET /v1/discount-codes`: which codes, newest first. */
export const listDiscountCodesQuery = z.strictObject({
  active: z.enum(['true', 'false']).optional(),
  /** Active codes whose end comes within this time from now: hours or days, such as `12h` or `7d`. */
  expiringWithin: z
    .string()
    .regex(/^[1-9]\d{0,3}[hd]$/, 'is not a time such as 12h or 7d')
    .optional(),
  /** A part of the code, name or title, in any letter case. */
  q: z.string().max(100).optional(),
  status: discountCodeStatus.optional(),
  /** Codes for products, this one among them. */
  productId: z.string().min(1).max(200).optional(),
  ...pageQuery,
});
export type ListDiscountCodesQuery = z.infer<typeof listDiscountCodesQuery>;

/** A page of codes. */
export const discountCodePage = pageOf(discountCode);
