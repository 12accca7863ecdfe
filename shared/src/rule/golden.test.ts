import { describe, expect, it } from 'vitest';
import { askCore, goldenCases, type GoldenAnswer } from '../../test/golden-cases.js';
import { cartFromInput } from './cart-from-input.js';
import type { Quote } from './quote-result.js';
import { quote } from './quote.js';
import { reasons } from './reason.js';

const cases = goldenCases();

/** The quote as a golden case writes it. */
function asGolden(answer: Quote, typed: readonly string[], withCodes: boolean): GoldenAnswer {
  if (!answer.applies) {
    const missing = answer.missing.map((fact) =>
      fact.kind === 'startsAt' ? { ...fact, at: new Date(fact.at).toISOString() } : fact,
    );
    // Missing and its wire form differ in `startsAt` (above) and in being readonly.
    return {
      applies: false,
      reason: answer.reason,
      code: typed[answer.index] ?? '',
      missing: missing as never,
    };
  }
  const { discountAmount, shippingDiscount, total, allocations } = answer;
  const figures = {
    applies: true as const,
    discountAmount,
    shippingDiscount,
    total,
    allocations: [...allocations],
  };
  if (!withCodes) return figures;
  const codes = answer.codes.map((code) => ({
    code: code.code,
    discountAmount: code.discountAmount,
    shippingDiscount: code.shippingDiscount,
  }));
  return { ...figures, codes };
}

describe.each([...new Set(cases.map(({ file }) => file))])('golden carts in %s', (file) => {
  it.each(cases.filter((golden) => golden.file === file))('$name', (golden) => {
    const { candidates, facts } = askCore(golden);
    const typed = golden.typed ?? golden.codes.map(({ code }) => code);
    const answer = quote(cartFromInput(golden.cart, 'IDR'), candidates, facts);
    const withCodes = golden.expected.applies && golden.expected.codes !== undefined;
    expect(asGolden(answer, typed, withCodes)).toEqual(golden.expected);
  });
});

it('has a golden cart for every reason and no two of one name', () => {
  const met = new Set(cases.flatMap(({ expected }) => (expected.applies ? [] : [expected.reason])));
  expect([...met].sort()).toEqual([...reasons].sort());
  expect(new Set(cases.map(({ name }) => name)).size).toBe(cases.length);
});
