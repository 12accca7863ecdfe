import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainCart, plainRule } from '../../test/plain-rule.js';
import { randomCase } from '../../test/random-case.js';
import { lineAllocations } from './line-allocations.js';
import { quote } from './quote.js';
import { refundPreview, type RefundPreview } from './refund-preview.js';

/** Three units at 333 with 100 off, one gift. */
const cart = plainCart([{ quantity: 3, unitAmount: 333 }, { unitAmount: 0 }]);
const answer = quote(cart, [plainRule({ discount: { type: 'fixed', amount: 100 } })], { now: 0, codes: {} });
const stored = lineAllocations(cart, answer.applies ? answer.allocations : []);

function refunded(preview: RefundPreview): { amount: number; discounts: number[] } {
  if (!preview.ok) throw new Error(preview.fault);
  return { amount: preview.amount, discounts: preview.lines.map(({ discount }) => discount) };
}

describe('refundPreview', () => {
  it('gives the dearest shares first, then the rest', () => {
    expect(stored[0]?.unitShares).toEqual([
      { units: 1, amount: 34 },
      { units: 2, amount: 33 },
    ]);
    expect(refundPreview(stored, [{ lineId: '1', quantity: 1 }])).toEqual({
      ok: true,
      amount: 299,
      lines: [{ lineId: '1', quantity: 1, gross: 333, discount: 34, amount: 299 }],
    });
    expect(refunded(refundPreview(stored, [{ lineId: '1', quantity: 2, alreadyRefunded: 1 }]))).toEqual({
      amount: 600,
      discounts: [66],
    });
  });

  it('refunds a line that bore nothing in full', () => {
    expect(refunded(refundPreview(stored, [{ lineId: '2', quantity: 1 }]))).toEqual({
      amount: 0,
      discounts: [0],
    });
  });

  it('adds up the discounts of several codes on a line', () => {
    const both = [...stored, ...lineAllocations(cart, [{ lineId: '1', amount: 10 }])];
    expect(refunded(refundPreview(both, [{ lineId: '1', quantity: 3 }]))).toEqual({
      amount: 889,
      discounts: [110],
    });
  });

  it('never refunds a unit at less than zero, where the odd units of two codes would meet in one', () => {
    const cheap = plainCart([{ quantity: 2, unitAmount: 1 }]);
    const both = [1, 2].flatMap(() => lineAllocations(cheap, [{ lineId: '1', amount: 1 }]));
    expect(refunded(refundPreview(both, [{ lineId: '1', quantity: 1 }]))).toEqual({
      amount: 0,
      discounts: [1],
    });
  });

  it.each([
    ['UNKNOWN_LINE', [{ lineId: '9', quantity: 1 }], 0],
    [
      'TOO_MANY_UNITS',
      [
        { lineId: '2', quantity: 1 },
        { lineId: '1', quantity: 4 },
      ],
      1,
    ],
    ['TOO_MANY_UNITS', [{ lineId: '1', quantity: 2, alreadyRefunded: 2 }], 0],
    [
      'DUPLICATE_LINE',
      [
        { lineId: '1', quantity: 1 },
        { lineId: '1', quantity: 1 },
      ],
      1,
    ],
  ])('refuses with %s', (fault, quantities, index) => {
    expect(refundPreview(stored, quantities)).toEqual({ ok: false, fault, index });
  });

  it('pays back exactly what was paid, in however many parts', () => {
    const parts = fc.infiniteStream(fc.integer({ min: 1, max: 400_000 }));
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10 ** 6 }), parts, (seed, sizes) => {
        const question = randomCase(seed);
        const bought = quote(question.cart, question.candidates, question.facts);
        if (!bought.applies || question.cart.lines.length === 0) return;
        const rows = bought.codes.flatMap((code) => lineAllocations(question.cart, code.allocations));
        let back = 0;
        for (const { lineId, quantity: units } of rows.length === 0 ? [] : question.cart.lines) {
          for (let gone = 0; gone < units;) {
            const quantity = Math.min(sizes.next().value ?? 1, units - gone);
            const part = refunded(refundPreview(rows, [{ lineId, quantity, alreadyRefunded: gone }])).amount;
            expect(part).toBeGreaterThanOrEqual(0);
            back += part;
            gone += quantity;
          }
        }
        if (rows.length > 0) expect(back).toBe(bought.subtotal - bought.discountAmount);
      }),
      { numRuns: 1_000 },
    );
  });
});
