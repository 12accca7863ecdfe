import type { CartInput } from '@hemat/shared/schemas';
import { parseAmount } from '../../parts/amount-text.js';

/** The cart of a pasted text: JSON as a shop sends it, or an amount alone; null where it is neither. The service checks the rest. */
export function readCart(text: string, currency: string): CartInput | null {
  const amount = parseAmount(text, currency);
  if (amount !== null && !Number.isNaN(amount)) return { currency, subtotal: amount };
  const value = parseJson(text);
  if (typeof value !== 'object' || value === null) return null;
  // A list is one of lines; anything else in an object is left to the service, which names what is wrong.
  return Array.isArray(value) ? { currency, lineItems: value } : { currency, ...value };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
