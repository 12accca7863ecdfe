import { z } from 'zod';
import { amount, positiveAmount } from './amount.js';
import { currencyCode } from './currency-code.js';
import { instantInput } from './instant.js';
import { limitPolicy } from './redemption.js';
import { combinationClass, customerEligibility } from './terms.js';

const scopeInput = z
  .enum(['cart', 'products', 'tags', 'all', 'tag'])
  .transform((typed) => (typed === 'all' ? 'cart' : typed === 'tag' ? 'tags' : typed));

const region = z
  .string()
  .regex(/^[A-Za-z]{2}(-[A-Za-z0-9]{1,3})?$/, 'is not an ISO 3166 region')
  .transform((typed) => typed.toUpperCase());

const count = z.int().min(1).max(1_000_000_000);

const metadata = z
  .record(z.string().min(1).max(40), z.string().max(500))
  .refine((pairs) => Object.keys(pairs).length <= 20, { message: 'has more than 20 pairs' });

/** The fields of a code that may be given when it is made and changed later; `null` means absent, in a change: none. */
export const discountCodeFields = {
  /** Internal, never shown to a shopper. */
  name: z.string().max(100).nullish(),
  /** Internal, never shown to a shopper. */
  description: z.string().max(500).nullish(),
  /** What the teaser shows. */
  title: z.string().max(120).nullish(),
  /** Percent 0.01–100 with at most two decimals, or minor units > 0, by `type`. */
  value: z.number().positive().max(1_000_000_000_000),
  /** Needed as soon as any amount is in money. */
  currency: currencyCode.nullish(),
  /** `all` means `cart`, `tag` means `tags`. */
  scope: scopeInput.nullish(),
  productIds: z.array(z.string().min(1).max(200)).max(500).nullish(),
  tagFilter: z.array(z.string().min(1).max(100)).max(100).nullish(),
  minPurchaseAmount: amount.nullish(),
  maxDiscountAmount: positiveAmount.nullish(),
  maxUsesTotal: count.nullish(),
  maxUsesPerCustomer: count.nullish(),
  customerEligibility: customerEligibility.nullish(),
  regions: z.array(region).max(300).nullish(),
  combinesWith: z.array(combinationClass).max(10).nullish(),
  startsAt: instantInput.nullish(),
  /** Exclusive. */
  expiresAt: instantInput.nullish(),
  /** A calendar day in the workspace's zone, inclusive to its last millisecond; instead of `expiresAt`. */
  validThrough: z.iso.date().nullish(),
  active: z.boolean().nullish(),
  public: z.boolean().nullish(),
  limitPolicy: limitPolicy.nullish(),
  holdMinutes: z.int().min(1).max(10_080).nullish(),
  metadata: metadata.nullish(),
};
