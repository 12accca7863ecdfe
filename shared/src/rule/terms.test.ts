import { describe, expect, it } from 'vitest';
import { plainRule } from '../../test/plain-rule.js';
import { randomCase } from '../../test/random-case.js';
import { terms as termsSchema, type Terms } from '../schemas/terms.js';
import { isRule } from './first-failure.js';
import { quote } from './quote.js';
import { ruleFromTerms } from './rule-from-terms.js';
import { termsFromRule } from './terms-from-rule.js';

describe('terms', () => {
  it('give the browser the same quote as the rule gives the service, on random carts', () => {
    for (let seed = 1; seed <= 3_000; seed += 1) {
      const { cart, candidates, facts } = randomCase(seed);
      const world = { now: facts.now, codes: {} };
      const travelled = candidates.map((candidate) => {
        if (!isRule(candidate)) return candidate;
        const wire: unknown = JSON.parse(JSON.stringify(termsFromRule(candidate)));
        return ruleFromTerms(termsSchema.parse(wire));
      });
      expect(quote(cart, travelled, world)).toEqual(quote(cart, candidates, world));
    }
  });

  it('come back as they were sent', () => {
    const sent = termsFromRule(
      plainRule({ startsAt: 0, expiresAt: 1_780_000_000_123, customerEligibility: 'new' }),
    );
    expect(sent).toMatchObject({
      type: 'percent',
      value: 10,
      startsAt: '1970-01-01T00:00:00.000Z',
      expiresAt: '2026-05-28T20:26:40.123Z',
      customerRequired: true,
    });
    expect(termsFromRule(ruleFromTerms(sent))).toEqual(sent);
  });

  it('ask for a known customer where the rule has a cap per customer or sorts them, else not', () => {
    const needs = (changes: Parameters<typeof plainRule>[0]): boolean =>
      termsFromRule(plainRule(changes)).customerRequired;
    expect(needs({ hasCustomerLimit: true })).toBe(true);
    expect(needs({ customerEligibility: 'returning' })).toBe(true);
    expect(needs({})).toBe(false);
  });

  it('of an unknown type are refused', () => {
    for (const type of ['bogo', 'constructor']) {
      const terms = { ...termsFromRule(plainRule()), type } as unknown as Terms;
      expect(() => ruleFromTerms(terms)).toThrow(TypeError);
    }
  });
});
