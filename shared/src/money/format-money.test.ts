import { afterEach, describe, expect, it, vi } from 'vitest';
import { formatMoney } from './format-money.js';

describe('formatMoney', () => {
  it.each([
    [25_000, 'IDR', 'id-ID', 'Rp\u00a025.000'],
    [25_000, 'IDR', 'id', 'Rp\u00a025.000'],
    [25_000, 'IDR', 'en', 'Rp\u00a025,000'],
    [25_000, 'IDR', 'en-ID', 'Rp\u00a025.000'],
    [0, 'IDR', 'id', 'Rp\u00a00'],
    [2 * 10 ** 12, 'IDR', 'id', 'Rp\u00a02.000.000.000.000'],
    [1_999, 'USD', 'en', '$19.99'],
    [1_999, 'USD', 'id', '$19,99'],
    [2_000, 'USD', 'en', '$20.00'],
    [500, 'JPY', 'en', '\u00a5500'],
    [12_345, 'KWD', 'en', 'KWD\u00a012.345'],
    [12_345, 'EUR', 'de', '123,45\u00a0\u20ac'],
    [10 ** 12 - 1, 'USD', 'en', '$9,999,999,999.99'],
  ])('%d %s reads in %s as %s', (amount, currency, locale, text) => {
    expect(formatMoney(amount, currency, locale)).toBe(text);
  });

  it.each(['', 'en_US', 'not a locale', 'tlh', '*'])('reads as English in the locale "%s"', (locale) => {
    expect(formatMoney(25_000, 'IDR', locale)).toBe('Rp\u00a025,000');
  });

  it('refuses a currency that is not three letters', () => {
    expect(() => formatMoney(1, 'RUPIAH', 'en')).toThrow(RangeError);
  });

  it('gives the same text however many other formats were asked for in between', () => {
    for (let index = 0; index < 300; index += 1) formatMoney(1, 'USD', `en-x-a${index}`);
    expect(formatMoney(25_000, 'IDR', 'id-ID')).toBe('Rp\u00a025.000');
  });
});

describe('where the engine has another idea of the rupiah', () => {
  afterEach(() => vi.restoreAllMocks());

  it('still writes no sen, as it never asks for the default digits', async () => {
    const real = Intl.NumberFormat;
    const asked: Intl.NumberFormatOptions[] = [];
    vi.spyOn(Intl, 'NumberFormat').mockImplementation(function (locales, options = {}) {
      asked.push(options);
      // Firefox and WebKit give the rupiah two decimals unless told otherwise.
      return new real(locales, { minimumFractionDigits: 2, ...options });
    } as typeof Intl.NumberFormat);
    expect(formatMoney(25_000, 'IDR', 'id-u-nu-latn')).toBe('Rp\u00a025.000');
    expect(asked).toMatchObject([{ minimumFractionDigits: 0, maximumFractionDigits: 0 }]);
  });
});
