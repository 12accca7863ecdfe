import { z } from 'zod';
import { positiveAmount } from './amount.js';
import { currencyCode } from './currency-code.js';
import { orderUrlTemplate } from './order-url-template.js';
import { limitPolicy } from './redemption.js';

/** A workspace's name in addresses: lower-case letters, digits and single hyphens, 2–63. */
export const workspaceSlug = z
  .string()
  .min(2)
  .max(63)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'is not made of lower-case letters, digits and single hyphens');

/** `free`, `starter` or any other plan of the partner. */
export const workspacePlan = z
  .string()
  .regex(/^[a-z][a-z0-9_-]{0,31}$/, 'is not a plan name such as starter');

const origin = z
  .string()
  .max(253)
  .regex(
    /^(https:\/\/\*\.[a-z0-9-]+(\.[a-z0-9-]+)+|https?:\/\/[a-z0-9-]+(\.[a-z0-9-]+)*)(:[1-9]\d{0,4})?$/,
    'is not an origin such as https://shop.example.com or https://*.example.com',
  );

/** The settings of a workspace, as they are given when it is made and changed later. */
export const workspaceFields = {
  name: z.string().min(1).max(100).nullish(),
  defaultCurrency: currencyCode.nullish(),
  timeZone: z.string().max(64).refine(isTimeZone, { message: 'is not an IANA time zone' }).nullish(),
  /** Minor units, for example 100 rupiah; null: none. */
  roundingIncrement: positiveAmount.nullish(),
  allowedOrigins: z.array(origin).max(100).nullish(),
  publicReasons: z.enum(['full', 'generic']).nullish(),
  defaultLimitPolicy: limitPolicy.nullish(),
  defaultHoldMinutes: z.int().min(1).max(10_080).nullish(),
  /** Where the shop shows an order; null: order ids are no links. */
  orderUrlTemplate: orderUrlTemplate.nullish(),
};

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
