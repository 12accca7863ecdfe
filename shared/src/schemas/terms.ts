import { z } from 'zod';
import { amount, positiveAmount } from './amount.js';
import { instant } from './instant.js';

export const discountType = z.enum(['percent', 'fixed', 'shipping_percent', 'shipping_fixed']);
export const scope = z.enum(['cart', 'products', 'tags']);
export const combinationClass = z.enum(['cart', 'products', 'shipping']);
export const customerEligibility = z.enum(['all', 'new', 'returning']);

/**
 * The rule of a code as the browser may know it: enough to compute the preview, nothing about uses or customers.
 * `value` is percent (0.01–100) or minor units by `type`; times are ISO 8601.
 */
export const terms = z.object({
  id: z.string(),
  code: z.string(),
  version: z.int().min(1),
  title: z.union([z.string(), z.null()]),
  type: discountType,
  value: z.number().min(0),
  currency: z.union([z.string(), z.null()]),
  scope,
  productIds: z.array(z.string()),
  tagFilter: z.array(z.string()),
  minPurchaseAmount: z.union([amount, z.null()]),
  maxDiscountAmount: z.union([amount, z.null()]),
  regions: z.union([z.array(z.string()), z.null()]),
  combinesWith: z.array(combinationClass),
  startsAt: z.union([instant, z.null()]),
  expiresAt: z.union([instant, z.null()]),
  customerEligibility,
  /** Whether the code can only be judged for a known customer. */
  customerRequired: z.boolean(),
  /** Minor units; a percent amount is rounded down to a multiple of it. */
  roundingIncrement: z.union([positiveAmount, z.null()]),
});
export type Terms = z.infer<typeof terms>;
