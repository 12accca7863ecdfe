import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { basisPointsToPercent, isPercent, percentOf, percentToBasisPoints } from './percent.js';

const amounts = fc.oneof(fc.integer({ min: 0, max: 1_000_000 }), fc.integer({ min: 0, max: 10 ** 12 }));
const rates = fc.integer({ min: 0, max: 10_000 });

describe('percentOf', () => {
  it('is the exact half-up percentage, up to 10^12 and beyond', () => {
    const bases = fc.oneof(
      amounts,
      fc.maxSafeInteger().filter((base) => base >= 0),
    );
    fc.assert(
      fc.property(bases, rates, (base, rate) => {
        const exact = (BigInt(base) * BigInt(rate) + 5_000n) / 10_000n;
        expect(BigInt(percentOf(base, rate))).toBe(exact);
      }),
      { numRuns: 5_000 },
    );
  });

  it('never falls when the base or the rate rises, and never exceeds the base', () => {
    fc.assert(
      fc.property(amounts, rates, (base, rate) => {
        const amount = percentOf(base, rate);
        expect(percentOf(base + 1, rate)).toBeGreaterThanOrEqual(amount);
        expect(percentOf(base, Math.min(rate + 1, 10_000))).toBeGreaterThanOrEqual(amount);
        expect(amount).toBeLessThanOrEqual(base);
      }),
    );
  });

  it('takes a half up and less than a half down', () => {
    expect([percentOf(100, 50), percentOf(100, 49), percentOf(1, 5_000), percentOf(1, 4_999)]).toEqual([
      1, 0, 1, 0,
    ]);
  });
});

describe('percentToBasisPoints', () => {
  it('finds every percentage of two decimals again', () => {
    for (let basisPoints = 1; basisPoints <= 10_000; basisPoints += 1) {
      const typed = Number((basisPoints / 100).toFixed(2));
      expect(percentToBasisPoints(typed)).toBe(basisPoints);
      expect(basisPointsToPercent(basisPoints)).toBe(typed);
      expect(isPercent(typed)).toBe(true);
    }
  });

  it.each([0, 0.001, 0.009, 100.01, 10.125, -1, NaN, Infinity])(
    '%d is not a percentage of a code',
    (percent) => {
      expect(isPercent(percent)).toBe(false);
    },
  );
});
