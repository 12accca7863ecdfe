import { z } from 'zod';
import { isCurrencyCode } from '../money/currency.js';

/** An ISO 4217 code of the shipped table, in any letter case on input, upper case inside. */
export const currencyCode = z
  .string()
  .max(3)
  .transform((typed) => typed.toUpperCase())
  .refine(isCurrencyCode, { message: 'is not an ISO 4217 currency code' });
