import { currencyExponent } from '@hemat/shared';

/** An amount as it is typed: minor units written in the currency's own unit, without separators: 1250 USD → `12.50`. */
export function amountText(amount: number | null, currency: string): string {
  if (amount === null) return '';
  const digits = currencyExponent(currency);
  return (amount / 10 ** digits).toFixed(digits);
}

/**
 * Minor units of a typed amount; null where nothing was typed, NaN where it is no amount of this currency. Takes one decimal mark
 * followed by at most the currency's digits, and dots or commas between groups of three: `25.000` IDR → 25000. What could be
 * either is a decimal only in currencies of three digits: `1.250` KWD → 1250 fils.
 */
export function parseAmount(typed: string, currency: string): number | null {
  const text = typed.replace(/\s/g, '');
  if (text === '') return null;
  const digits = currencyExponent(currency);
  const shape = digits === 3 && /^\d+[.,]\d{3}$/.test(text) ? decimal : grouped;
  const [, whole = '', cents = ''] = shape.exec(text) ?? decimal.exec(text) ?? [];
  if (whole === '' || cents.length > digits) return NaN;
  return Number(whole.replace(/[.,]/g, '') + cents.padEnd(digits, '0'));
}

const decimal = /^(\d+)(?:[.,](\d+))?$/;
const grouped = /^([1-9]\d{0,2}(?:[.,]\d{3})+)(?:[.,](\d{1,2}|\d{4,}))?$/;
