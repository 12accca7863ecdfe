import { z } from 'zod';
import { allocation } from './allocation.js';
import { amount } from './amount.js';
import { figures } from './figures.js';
import { instant } from './instant.js';
import { missing } from './missing.js';
import { wireReason } from './reason.js';
import { terms } from './terms.js';

/** One code of an answer that applies; amounts in minor units. */
export const quotedCode = z.object({
  id: z.string(),
  code: z.string(),
  discountAmount: amount,
  shippingDiscount: amount,
  terms,
});

/** Each check of each code with its outcome; only for a secret key. */
export const checkOutcome = z.object({
  code: z.string(),
  check: wireReason,
  outcome: z.enum(['passed', 'failed', 'skipped']),
});

/** What only a secret key is told. */
const forSecretKey = {
  checks: z.array(checkOutcome).optional(),
  /** Total uses left of the (first) code; `null` without a cap. */
  usesLeft: z.union([z.int(), z.null()]).optional(),
};

/** Every code applies. */
export const appliedAnswer = figures.extend({
  applies: z.literal(true),
  codes: z.array(quotedCode),
  allocations: z.array(allocation),
  /** Signed; hand it to lock. */
  quote: z.string(),
  quoteExpiresAt: instant,
  serverTime: instant,
  ...forSecretKey,
});

/** One code does not apply: the figures are those without any discount. */
export const refusedAnswer = figures.extend({
  applies: z.literal(false),
  reason: wireReason,
  /** A sentence for the shopper in the language of `Accept-Language` (`en`, `id`). */
  message: z.string(),
  /** The refused code, as it was typed. */
  code: z.string(),
  missing: z.array(missing),
  /** Only where the shopper can act on the refusal. */
  terms: terms.optional(),
  serverTime: instant,
  ...forSecretKey,
});

/** The answer of validate. */
export const validateAnswer = z.union([appliedAnswer, refusedAnswer]);
export type AppliedAnswer = z.infer<typeof appliedAnswer>;
export type RefusedAnswer = z.infer<typeof refusedAnswer>;
export type ValidateAnswer = z.infer<typeof validateAnswer>;
