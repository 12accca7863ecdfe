import { data as iso } from 'currency-codes';
import { describe, expect, it } from 'vitest';
import { currencyExponent, isCurrencyCode } from './currency.js';

const withoutMinorUnit = 'XAG XAU XBA XBB XBC XBD XDR XPD XPT XSU XTS XUA XXX'.split(' ');
const deviations = new Map([['IDR', 0]]);

describe('the ISO 4217 table', () => {
  it('holds every ISO currency with a minor unit, with its exponent but for the documented deviations', () => {
    const expected = iso.filter(({ code }) => !withoutMinorUnit.includes(code));
    expect(expected.length).toBeGreaterThan(160);
    for (const { code, digits } of expected) {
      expect([code, isCurrencyCode(code)]).toEqual([code, true]);
      expect([code, currencyExponent(code)]).toEqual([code, deviations.get(code) ?? digits]);
    }
  });

  it('holds nothing else', () => {
    const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
    const codes = letters.flatMap((a) => letters.flatMap((b) => letters.map((c) => a + b + c)));
    const known = new Set([...iso.map(({ code }) => code), 'XCG']);
    for (const code of withoutMinorUnit) known.delete(code);
    expect(codes.filter(isCurrencyCode)).toEqual([...known].sort());
  });

  it.each(['', 'ID', 'idr', 'IDR ', 'D A', 'AED AFN', 'R I', 'constructor'])('does not hold "%s"', (code) => {
    expect(isCurrencyCode(code)).toBe(false);
  });

  it('takes an unknown currency for one of hundredths', () => {
    expect(currencyExponent('XYZ')).toBe(2);
  });
});
