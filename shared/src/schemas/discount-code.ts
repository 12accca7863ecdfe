import { z } from 'zod';
import { amount } from './amount.js';
import { instant } from './instant.js';
import { limitPolicy } from './redemption.js';
import { combinationClass, customerEligibility, discountType, scope } from './terms.js';

const instantOrNull = z.union([instant, z.null()]);
const countOrNull = z.union([z.int().min(1), z.null()]);
const amountOrNull = z.union([amount, z.null()]);

/** `reusable`: one string, as often as its limits allow. `onetime`: one rule and many strings, each good once. */
export const discountCodeKind = z.enum(['reusable', 'onetime']);

/** Where a code stands at the moment of the answer; the first that fits, from right to left of its life. */
export const discountCodeStatus = z.enum(['scheduled', 'active', 'paused', 'expired', 'used_up', 'archived']);

/** How far the strings of a batch are generated: `stopped` where the batch was archived before its last one. */
export const generation = z.object({
  status: z.enum(['running', 'done', 'stopped']),
  done: z.int(),
  total: z.int(),
});

/** A discount code as a merchant sees it. Amounts in minor units; `value` is percent or minor units by `type`. */
export const discountCode = z.object({
  /** `disc_` + ULID. */
  id: z.string(),
  /** null for a batch of one-time codes: `GET /v1/discount-codes/:id/strings` lists its strings. */
  code: z.union([z.string(), z.null()]),
  kind: discountCodeKind,
  /** Of a batch's strings; null for any other code. */
  generation: z.union([generation, z.null()]),
  status: discountCodeStatus,
  name: z.union([z.string(), z.null()]),
  description: z.union([z.string(), z.null()]),
  title: z.union([z.string(), z.null()]),
  type: discountType,
  value: z.number(),
  currency: z.union([z.string(), z.null()]),
  scope,
  productIds: z.array(z.string()),
  tagFilter: z.array(z.string()),
  minPurchaseAmount: amountOrNull,
  maxDiscountAmount: amountOrNull,
  maxUsesTotal: countOrNull,
  maxUsesPerCustomer: countOrNull,
  customerEligibility,
  regions: z.union([z.array(z.string()), z.null()]),
  combinesWith: z.array(combinationClass),
  startsAt: instantOrNull,
  expiresAt: instantOrNull,
  active: z.boolean(),
  public: z.boolean(),
  limitPolicy,
  holdMinutes: z.int(),
  usesTotal: z.int(),
  holdsTotal: z.int(),
  metadata: z.record(z.string(), z.string()),
  version: z.int(),
  createdAt: instant,
  updatedAt: instant,
  archivedAt: instantOrNull,
});
export type DiscountCode = z.infer<typeof discountCode>;
export type DiscountCodeStatus = z.infer<typeof discountCodeStatus>;
