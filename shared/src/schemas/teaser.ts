import { z } from 'zod';
import { amount } from './amount.js';
import { instant } from './instant.js';
import { missing } from './missing.js';
import { terms } from './terms.js';

/** One public promo for the current cart; amounts in minor units. */
export const teaserItem = z.object({
  code: z.string(),
  title: z.union([z.string(), z.null()]),
  terms,
  eligible: z.boolean(),
  /** What it would take off this cart, items and shipping together; 0 while not eligible. */
  estimatedDiscount: amount,
  missing: z.array(missing),
});

/** `GET /v1/storefront/public/:workspace/discount-codes`: best saving first. */
export const teaserAnswer = z.object({
  items: z.array(teaserItem),
  currency: z.string(),
  serverTime: instant,
});
export type TeaserItem = z.infer<typeof teaserItem>;
export type TeaserAnswer = z.infer<typeof teaserAnswer>;
