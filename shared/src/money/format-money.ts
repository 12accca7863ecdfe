import { localeList } from '../locales/locale-list.js';
import { currencyExponent } from './currency.js';

const formats = new Map<string, Intl.NumberFormat>();
const mostFormatsKept = 100;

/**
 * An amount in minor units as a person reads it, with the currency's short symbol: `formatMoney(25000, 'IDR', 'id-ID')` is
 * `Rp 25.000` with a no-break space (U+00A0). `locale` is a BCP 47 tag; one that is malformed or unknown reads as `en`. Throws a
 * `RangeError` when `currency` is not three letters. Source: docs/decisions/0011-money-text.md.
 */
export function formatMoney(amount: number, currency: string, locale: string): string {
  return formatFor(currency, locale).format(amount / 10 ** currencyExponent(currency));
}

function formatFor(currency: string, locale: string): Intl.NumberFormat {
  const key = `${currency} ${locale}`;
  let format = formats.get(key);
  if (format === undefined) {
    if (formats.size >= mostFormatsKept) formats.clear();
    format = createFormat(currency, localeList(locale));
    formats.set(key, format);
  }
  return format;
}

/** Digits come from our own table: engines disagree about IDR (Chromium 0, Firefox and WebKit 2). */
function createFormat(currency: string, locales: string[]): Intl.NumberFormat {
  const digits = currencyExponent(currency);
  return new Intl.NumberFormat(locales, {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
}
