import { z } from 'zod';

/** The largest amount, in minor units: 10^12. */
export const maxAmount = 1_000_000_000_000;

/** An amount in the currency's minor unit, 0 … 10^12. */
export const amount = z.int().min(0).max(maxAmount);

/** Items and shipping together, minor units, 0 … 2 × 10^12. */
export const totalAmount = z
  .int()
  .min(0)
  .max(2 * maxAmount);

/** An amount above zero, minor units. */
export const positiveAmount = z.int().min(1).max(maxAmount);
