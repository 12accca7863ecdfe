import { z } from 'zod';
import { currencyCode } from './currency-code.js';
import { maxAmount } from './amount.js';

const list = z
  .string()
  .max(2000)
  .transform((joined) => joined.split(',').filter((part) => part !== ''));

/** The cart in a teaser's address: minor units, lists joined with commas. Unknown parameters are ignored. */
export const teaserQuery = z.object({
  subtotal: z.coerce.number().int().min(0).max(maxAmount).optional(),
  currency: currencyCode.optional(),
  region: z
    .string()
    .regex(/^[A-Za-z]{2}(-[A-Za-z0-9]{1,3})?$/, 'is not an ISO 3166 region')
    .optional(),
  tags: list.optional(),
  productIds: list.optional(),
});
export type TeaserQuery = z.infer<typeof teaserQuery>;
