import { expect, it } from 'vitest';
import { askOracle, type OracleAnswer } from '../../test/oracle.js';
import { randomCase } from '../../test/random-case.js';
import type { Quote } from './quote-result.js';
import { quote } from './quote.js';
import { reasons } from './reason.js';

const cases = 100_000;

/** The quote in the oracle's words. */
function inOraclesWords(answer: Quote, lineIds: readonly string[]): OracleAnswer {
  if (!answer.applies) return { reason: answer.reason, index: answer.index };
  return {
    items: answer.codes.map((code) => BigInt(code.discountAmount)),
    shipping: answer.codes.map((code) => BigInt(code.shippingDiscount)),
    lines: answer.codes.map((code) => {
      const shares = new Map(code.allocations.map(({ lineId, amount }) => [lineId, BigInt(amount)]));
      return lineIds.map((lineId) => shares.get(lineId) ?? 0n);
    }),
    total: BigInt(answer.total),
  };
}

it(`agrees with a naive BigInt calculation on ${cases} random carts`, () => {
  const met = new Map<string, number>();
  for (let seed = 1; seed <= cases; seed += 1) {
    const { cart, candidates, facts } = randomCase(seed);
    const answer = quote(cart, candidates, facts);
    const lineIds = cart.lines.map((line) => line.lineId);
    const ours = show(inOraclesWords(answer, lineIds));
    const theirs = show(askOracle(cart, candidates, facts));
    if (ours !== theirs) expect({ seed, answer: ours }).toEqual({ seed, answer: theirs });
    const outcome = answer.applies ? `${answer.codes.length} applied` : answer.reason;
    met.set(outcome, (met.get(outcome) ?? 0) + 1);
  }
  for (const reason of reasons) expect([reason, (met.get(reason) ?? 0) > 100]).toEqual([reason, true]);
  for (const count of [1, 2, 3, 4]) expect(met.get(`${count} applied`)).toBeGreaterThan(1_000);
});

function show(answer: OracleAnswer): string {
  return JSON.stringify(answer, (_, value: unknown) => (typeof value === 'bigint' ? `${value}` : value));
}
