import { z } from 'zod';
import { amount } from './amount.js';
import { instant } from './instant.js';

/** What the shopper can do about a refusal; amounts in minor units. */
export const missing = z.union([
  z.object({ kind: z.literal('minPurchase'), shortBy: amount }),
  z.object({ kind: z.literal('scope'), scope: z.enum(['products', 'tags']), anyOf: z.array(z.string()) }),
  z.object({ kind: z.literal('region'), anyOf: z.array(z.string()) }),
  z.object({ kind: z.literal('startsAt'), at: instant }),
  z.object({ kind: z.literal('customer') }),
]);
export type MissingOnWire = z.infer<typeof missing>;
