import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainCart, plainRule } from '../../test/plain-rule.js';
import { randomCase, type RandomCase } from '../../test/random-case.js';
import { combinationClassOf } from './combination-class.js';
import { isRule } from './first-failure.js';
import type { AppliedQuote, Quote } from './quote-result.js';
import { quote } from './quote.js';
import type { Rule } from './rule.js';

const facts = { now: 0, codes: {} };

/** Asks the law of many random cases; the seed of a failing one is printed. */
function onRandomCases(law: (question: RandomCase, answer: Quote) => void): void {
  const seeds = fc.noShrink(fc.integer({ min: 1, max: 2 ** 31 - 1 }));
  fc.assert(
    fc.property(seeds, (seed) => {
      const question = randomCase(seed);
      law(question, quote(question.cart, question.candidates, question.facts));
    }),
    { numRuns: 3_000 },
  );
}

function sumOf(amounts: readonly number[]): number {
  return amounts.reduce((a, b) => a + b, 0);
}

function applied(answer: Quote): AppliedQuote {
  if (!answer.applies) throw new Error(answer.reason);
  return answer;
}

describe('every quote', () => {
  it('adds up: total, codes, lines', () => {
    onRandomCases(({ cart }, answer) => {
      const { subtotal, shippingAmount, discountAmount, shippingDiscount, total } = answer;
      expect([subtotal, shippingAmount]).toEqual([cart.subtotal, cart.shippingAmount]);
      expect(total).toBe(subtotal + shippingAmount - discountAmount - shippingDiscount);
      if (!answer.applies) return;
      expect(sumOf(answer.codes.map((code) => code.discountAmount))).toBe(discountAmount);
      expect(sumOf(answer.codes.map((code) => code.shippingDiscount))).toBe(shippingDiscount);
      if (cart.lines.length === 0) expect(answer.allocations).toEqual([]);
      else expect(sumOf(answer.allocations.map(({ amount }) => amount))).toBe(discountAmount);
    });
  });

  it('gives no line more than its total and no code more lines than it looks at', () => {
    onRandomCases(({ cart }, answer) => {
      if (!answer.applies) return;
      const totals = new Map(cart.lines.map((line) => [line.lineId, line.quantity * line.unitAmount]));
      for (const { lineId, amount } of answer.allocations) {
        expect(amount).toBeGreaterThan(0);
        expect(amount).toBeLessThanOrEqual(totals.get(lineId) ?? -1);
      }
      for (const code of answer.codes) {
        const borne = sumOf(code.allocations.map(({ amount }) => amount));
        expect(borne).toBe(cart.lines.length === 0 ? 0 : code.discountAmount);
      }
    });
  });

  it('never takes more than there is, and only safe integers', () => {
    onRandomCases((_, answer) => {
      expect(answer.discountAmount).toBeLessThanOrEqual(answer.subtotal);
      expect(answer.shippingDiscount).toBeLessThanOrEqual(answer.shippingAmount);
      for (const amount of [answer.discountAmount, answer.shippingDiscount, answer.total]) {
        expect(Number.isSafeInteger(amount) && amount >= 0).toBe(true);
      }
    });
  });

  it('is the cart as it stands when one code is refused', () => {
    onRandomCases(({ cart, candidates }, answer) => {
      if (answer.applies) expect(answer.codes.length).toBe(candidates.length);
      else expect(answer.total).toBe(cart.subtotal + cart.shippingAmount);
    });
  });

  it('answers the codes in the order given', () => {
    onRandomCases(({ candidates }, answer) => {
      if (!answer.applies) return;
      expect(answer.codes.map((code) => code.id)).toEqual(candidates.filter(isRule).map((rule) => rule.id));
    });
  });

  it('does not depend on the order given as long as no two codes are of one class', () => {
    onRandomCases(({ cart, candidates, facts: world }, answer) => {
      const rules = candidates.filter(isRule);
      if (!answer.applies || new Set(rules.map(combinationClassOf)).size < rules.length) return;
      const reversed = applied(quote(cart, [...rules].reverse(), world));
      expect([...reversed.codes].reverse()).toEqual(answer.codes);
      expect(reversed.allocations).toEqual(answer.allocations);
    });
  });

  it('leaves what it is asked about untouched', () => {
    onRandomCases(({ cart, candidates, facts: world }, answer) => {
      const frozen = deepFreeze(structuredClone({ cart, candidates, world }));
      expect(quote(frozen.cart, frozen.candidates, frozen.world)).toEqual(answer);
    });
  });
});

describe('a single code without conditions', () => {
  const amounts = fc.integer({ min: 0, max: 10 ** 6 });
  const carts = fc.array(amounts, { minLength: 1, maxLength: 8 });
  const discounts = fc.oneof(
    fc.record({ type: fc.constant('percent' as const), basisPoints: fc.integer({ min: 1, max: 10_000 }) }),
    fc.record({ type: fc.constant('fixed' as const), amount: fc.integer({ min: 1, max: 2 * 10 ** 6 }) }),
  );

  function discountOn(prices: readonly number[], rule: Rule): number {
    return quote(plainCart(prices.map((unitAmount) => ({ unitAmount }))), [rule], facts).discountAmount;
  }

  it('never gives less, nor makes the order cheaper, when a line gets dearer', () => {
    fc.assert(
      fc.property(carts, discounts, amounts, ([first = 0, ...rest], discount, rise) => {
        const rule = plainRule({ discount });
        const before = discountOn([first, ...rest], rule);
        const after = discountOn([first + rise, ...rest], rule);
        expect(after).toBeGreaterThanOrEqual(before);
        expect(after - before).toBeLessThanOrEqual(rise);
      }),
    );
  });

  it('never gives less when its value or its maximum rises, nor more than its maximum', () => {
    fc.assert(
      fc.property(carts, fc.integer({ min: 1, max: 9_999 }), amounts, (prices, basisPoints, most) => {
        const rule = plainRule({ discount: { type: 'percent', basisPoints }, maxDiscountAmount: most });
        const given = discountOn(prices, rule);
        expect(given).toBeLessThanOrEqual(most);
        const richer = { ...rule, discount: { type: 'percent' as const, basisPoints: basisPoints + 1 } };
        expect(discountOn(prices, richer)).toBeGreaterThanOrEqual(given);
        expect(discountOn(prices, { ...rule, maxDiscountAmount: most + 1 })).toBeGreaterThanOrEqual(given);
      }),
    );
  });

  it('gives the same however the units are spread over lines', () => {
    fc.assert(
      fc.property(amounts, fc.integer({ min: 2, max: 20 }), discounts, (unitAmount, quantity, discount) => {
        const rule = plainRule({ discount });
        const together = quote(plainCart([{ unitAmount, quantity }]), [rule], facts);
        const apart = Array.from({ length: quantity }, () => unitAmount);
        expect(discountOn(apart, rule)).toBe(together.discountAmount);
      }),
    );
  });

  it('gives a percentage that is a multiple of the increment and less than one increment below the exact one', () => {
    fc.assert(
      fc.property(
        carts,
        fc.integer({ min: 1, max: 10_000 }),
        fc.integer({ min: 1, max: 1_000 }),
        (prices, basisPoints, step) => {
          const rule = plainRule({ discount: { type: 'percent', basisPoints } });
          const exact = discountOn(prices, rule);
          const rounded = discountOn(prices, { ...rule, roundingIncrement: step });
          expect(rounded % step).toBe(0);
          expect(exact - rounded).toBeGreaterThanOrEqual(0);
          expect(exact - rounded).toBeLessThan(step);
        },
      ),
    );
  });
});

describe('an unknown kind of discount', () => {
  it('is never guessed', () => {
    // What a rule of a newer version would look like to this one.
    const discount = { type: 'bogo', amount: 1 } as unknown as Rule['discount'];
    expect(() => quote(plainCart([{}]), [plainRule({ discount })], facts)).toThrow(TypeError);
  });
});

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null) {
    Object.values(value).forEach(deepFreeze);
    Object.freeze(value);
  }
  return value;
}
