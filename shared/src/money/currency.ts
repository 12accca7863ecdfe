import { currencyCodes, unusualExponents } from './currency-table.generated.js';

/** Whether `code` (upper case) stands in the shipped ISO 4217 table. */
export function isCurrencyCode(code: string): boolean {
  return /^[A-Z]{3}$/.test(code) && currencyCodes.includes(code);
}

/**
 * How many decimals the minor unit of a currency (upper case) has: 2 for USD, 0 for IDR and JPY, 3 for KWD; 2 for a
 * code that is not in the table. Source: ISO 4217 with the deviations of docs/decisions/0010-currency-table.md.
 */
export function currencyExponent(code: string): number {
  for (const [exponent, codes] of unusualExponents) if (codes.includes(code)) return exponent;
  return 2;
}
