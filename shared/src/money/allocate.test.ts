import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allocate } from './allocate.js';

/** Weights whose sum stays within 10^12, and a total they can bear. */
const splits = fc
  .oneof(
    fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 1, maxLength: 12 }),
    fc.array(fc.integer({ min: 0, max: 10 ** 6 }), { minLength: 1, maxLength: 50 }),
    fc.array(fc.integer({ min: 0, max: 2 * 10 ** 9 }), { minLength: 1, maxLength: 500 }),
  )
  .chain((weights) => {
    const sum = weights.reduce((a, b) => a + b, 0);
    return fc.tuple(fc.integer({ min: 0, max: sum }), fc.constant(weights));
  });

function check(law: (total: number, weights: readonly number[], shares: readonly number[]) => void): void {
  fc.assert(
    fc.property(splits, ([total, weights]) => {
      law(total, weights, allocate(total, weights));
    }),
    { numRuns: 1_000 },
  );
}

describe('allocate', () => {
  it('loses and invents nothing', () => {
    check((total, _, shares) => expect(shares.reduce((a, b) => a + b, 0)).toBe(total));
  });

  it('gives no part more than its weight, and nothing to a weight of zero', () => {
    check((_, weights, shares) => {
      for (const [index, weight] of weights.entries()) {
        expect(shares[index]).toBeGreaterThanOrEqual(0);
        expect(shares[index]).toBeLessThanOrEqual(weight);
      }
    });
  });

  it('stays within one unit of the exact proportion', () => {
    check((total, weights, shares) => {
      const sum = BigInt(weights.reduce((a, b) => a + b, 0));
      for (const [index, weight] of weights.entries()) {
        const difference = BigInt(shares[index] ?? -1) * sum - BigInt(total) * BigInt(weight);
        expect(sum === 0n || (difference < sum && -difference < sum)).toBe(true);
      }
    });
  });

  it('gives a heavier part no less than a lighter one, and equal parts differ by one at most, the earlier first', () => {
    check((_, weights, shares) => {
      const order = weights.map((weight, index) => ({ weight, share: shares[index] ?? -1 }));
      // A stable sort keeps the given order among equal weights.
      order.sort((a, b) => b.weight - a.weight);
      for (const [index, { weight, share }] of order.slice(1).entries()) {
        const before = order[index] ?? { weight: -1, share: -1 };
        expect(share).toBeLessThanOrEqual(before.share);
        if (weight === before.weight) expect(before.share - share).toBeLessThanOrEqual(1);
      }
    });
  });

  it('gives the same shares where products leave 2^53 as where they do not', () => {
    fc.assert(
      fc.property(splits, fc.integer({ min: 2, max: 10 ** 6 }), ([, weights], factor) => {
        const small = weights.map((weight) => weight % 1_000);
        const total = small.reduce((a, b) => a + b, 0) >> 1;
        // Scaled by one factor, the proportions are the same, so the scaled exact parts are too wherever they are whole.
        const scaled = allocate(
          total * factor,
          small.map((weight) => weight * factor),
        );
        const sum = small.reduce((a, b) => a + b, 0);
        for (const [index, weight] of small.entries()) {
          if (sum > 0 && (total * weight) % sum === 0)
            expect(scaled[index]).toBe((total * weight * factor) / sum);
        }
      }),
    );
  });

  it('refuses a total that the weights cannot bear', () => {
    expect(() => allocate(4, [1, 2])).toThrow(RangeError);
    expect(() => allocate(1, [])).toThrow(RangeError);
    expect(allocate(0, [])).toEqual([]);
  });
});
