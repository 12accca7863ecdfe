import { describe, expect, it } from 'vitest';
import { amountText, parseAmount } from './amount-text.js';

describe('parseAmount', () => {
  it('reads what people write in the unit of their currency', () => {
    expect(parseAmount('25000', 'IDR')).toBe(25_000);
    expect(parseAmount('25.000', 'IDR')).toBe(25_000);
    expect(parseAmount(' 1.250.000 ', 'IDR')).toBe(1_250_000);
    expect(parseAmount('12.5', 'USD')).toBe(1250);
    expect(parseAmount('1,250.50', 'USD')).toBe(125_050);
    expect(parseAmount('1.250,50', 'EUR')).toBe(125_050);
    expect(parseAmount('1.250', 'USD')).toBe(125_000);
    expect(parseAmount('1.250', 'KWD')).toBe(1250);
    expect(parseAmount('1.250.000', 'KWD')).toBe(1_250_000_000);
  });

  it('tells nothing from something that is no amount', () => {
    expect(parseAmount('  ', 'IDR')).toBeNull();
    for (const text of ['x', '-5', '1e3', '12.3456', '1.2.3', '.5'])
      expect(parseAmount(text, 'USD')).toBeNaN();
    expect(parseAmount('12.50', 'IDR')).toBeNaN();
  });

  it('reads back what it writes, in every number of decimals', () => {
    for (const currency of ['IDR', 'USD', 'KWD'])
      for (const amount of [0, 1, 99, 1005, 123_456_789])
        expect(parseAmount(amountText(amount, currency), currency)).toBe(amount);
    expect(amountText(null, 'IDR')).toBe('');
  });
});
