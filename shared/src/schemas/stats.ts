import { z } from 'zod';
import { currencyCode } from './currency-code.js';

/** A calendar day in the workspace's zone, or a moment, which means its day there; of the years that shops keep books of. */
const dayOrMoment = z
  .union([z.iso.date(), z.iso.datetime({ offset: true })], { error: 'is not a day' })
  .refine((given) => given >= '1970' && given < '3000', { message: 'is not between 1970 and 2999' });

/** `GET /v1/discount-codes/:id/stats`, `GET /v1/stats`: from the first day to the last, at most three years. */
export const statsQuery = z.strictObject({
  /** The first day. Default: 29 days before the last. */
  from: dayOrMoment.optional(),
  /** The last day, inclusive; a moment is exclusive. Default: today. */
  to: dayOrMoment.optional(),
  interval: z.enum(['day', 'month']).default('day'),
  /** Default: the workspace's. */
  currency: currencyCode.optional(),
});
export type StatsQuery = z.infer<typeof statsQuery>;

const averageOrNull = z.union([z.int(), z.null()]);

const figures = {
  /** As `usesTotal` counts them. */
  uses: z.int(),
  /** Paid orders with a code, not reversed; of a workspace each order once, however many codes it had. */
  orders: z.int(),
  /** Off the items. */
  discountAmount: z.int(),
  /** Off the shipping. */
  shippingDiscount: z.int(),
  /** What the orders came to after their discounts, shipping included. */
  netRevenue: z.int(),
  /** Of `netRevenue`; null without orders. */
  averageOrder: averageOrNull,
  /** What the same orders would have come to without their discounts. Orders without any code are not known here. */
  averageOrderBeforeDiscount: averageOrNull,
};

/** What was paid with a code or with all codes, minor units, by the day the payment was counted. */
export const stats = z.object({
  currency: z.string(),
  timeZone: z.string(),
  interval: z.enum(['day', 'month']),
  /** `YYYY-MM-DD`, inclusive. */
  from: z.string(),
  to: z.string(),
  totals: z.object(figures),
  /** Every day or month of the span, oldest first: `YYYY-MM-DD` or `YYYY-MM`. */
  points: z.array(z.object({ period: z.string(), ...figures })),
  /** Other currencies that were paid in: ask for each. */
  otherCurrencies: z.array(z.string()),
});
export type Stats = z.infer<typeof stats>;

/** `GET /v1/modules/fees`. */
export const moduleFeesQuery = z.strictObject({
  /** `YYYY-MM` in the workspace's zone. Default: this month. */
  month: z
    .string()
    .regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'is not a month such as 2026-11')
    .optional(),
});
export type ModuleFeesQuery = z.infer<typeof moduleFeesQuery>;

/** What the Marketing module costs in a month: a share of the net total of each order with a code, minor units. */
export const moduleFees = z.object({
  month: z.string(),
  timeZone: z.string(),
  /** One a currency; none without orders. A reversal does not pay the fee back. */
  fees: z.array(z.object({ currency: z.string(), orders: z.int(), netRevenue: z.int(), feeAmount: z.int() })),
});
export type ModuleFees = z.infer<typeof moduleFees>;
