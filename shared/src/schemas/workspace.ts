import { z } from 'zod';
import { positiveAmount } from './amount.js';
import { instant } from './instant.js';
import { limitPolicy } from './redemption.js';

/** The tenant as its owner sees it. */
export const workspace = z.object({
  /** `usr_…` (own sign-up) or `acc_…` (made by a partner). */
  id: z.string(),
  slug: z.string(),
  name: z.string(),
  /** `free`, `starter`, … */
  plan: z.string(),
  /** Whether the Marketing module is on. */
  marketingEnabled: z.boolean(),
  /** ISO 4217. */
  defaultCurrency: z.string(),
  /** IANA. */
  timeZone: z.string(),
  /** Minor units; a percent amount is rounded down to a multiple of it. */
  roundingIncrement: z.union([positiveAmount, z.null()]),
  /** Exact origins or `https://*.example.com`; empty = any. */
  allowedOrigins: z.array(z.string()),
  publicReasons: z.enum(['full', 'generic']),
  defaultLimitPolicy: limitPolicy,
  defaultHoldMinutes: z.int(),
  /** Where the shop shows an order, with `{orderId}` in the id's place; null: not told. */
  orderUrlTemplate: z.union([z.string(), z.null()]),
  moduleFeeBasisPoints: z.int(),
  createdAt: instant,
  updatedAt: instant,
});
export type WorkspaceOnWire = z.infer<typeof workspace>;
