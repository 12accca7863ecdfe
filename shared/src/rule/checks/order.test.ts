import { describe, expect, it } from 'vitest';
import { plainCart, plainFacts, plainRule } from '../../../test/plain-rule.js';
import { randomCase } from '../../../test/random-case.js';
import { explainChecks } from '../explain-checks.js';
import type { CodeFacts } from '../facts.js';
import { quote } from '../quote.js';
import { reasons, type Reason } from '../reason.js';
import type { Rule } from '../rule.js';
import { checks } from './registry.js';

const now = 1_000;
const cart = plainCart([{}]);
const first = plainRule({ id: 'disc_first', combinesWith: ['cart', 'products', 'shipping'] });

/** A second code against which everything stands, and what repairs each fault, in the order of the checks. */
const worstRule = plainRule({
  id: 'disc_worst',
  startsAt: now + 1,
  expiresAt: now,
  hasCustomerLimit: true,
  customerEligibility: 'new',
  currency: 'USD',
  regions: ['SG'],
  minPurchaseAmount: 10_001,
  scope: 'tags',
  tagFilter: ['teh'],
});
const worstFacts = plainFacts({
  active: false,
  usesLeft: 0,
  customerKnown: false,
  customerUsesLeft: 0,
  customerIsNew: null,
});
const repairs: readonly [Reason, { rule?: Partial<Rule>; facts?: Partial<CodeFacts> }][] = [
  ['INACTIVE', { facts: { active: true } }],
  ['NOT_YET_VALID', { rule: { startsAt: now } }],
  ['EXPIRED', { rule: { expiresAt: now + 1 } }],
  ['MAX_USES_REACHED', { facts: { usesLeft: 1 } }],
  ['CUSTOMER_REQUIRED', { facts: { customerKnown: true, customerIsNew: false } }],
  ['CUSTOMER_LIMIT_REACHED', { facts: { customerUsesLeft: 1 } }],
  ['CUSTOMER_NOT_ELIGIBLE', { facts: { customerIsNew: true } }],
  ['CURRENCY_MISMATCH', { rule: { currency: 'IDR' } }],
  ['REGION_MISMATCH', { rule: { regions: null } }],
  ['MIN_PURCHASE_NOT_MET', { rule: { minPurchaseAmount: 10_000 } }],
  ['SCOPE_MISMATCH', { rule: { scope: 'cart' } }],
  ['NOT_COMBINABLE', { rule: { combinesWith: ['cart'] } }],
];

describe('the order of the checks', () => {
  it('is that of the reasons', () => {
    expect(['CODE_NOT_FOUND', ...Object.keys(checks)]).toEqual([...reasons]);
  });

  it('decides: a code against which everything stands goes through every reason as its faults are repaired', () => {
    let rule = worstRule;
    let facts = worstFacts;
    const met: Reason[] = [];
    for (const [reason, repair] of repairs) {
      const world = { now, codes: { [rule.id]: facts } };
      const answer = quote(cart, [first, rule], world);
      expect(answer).toMatchObject({ applies: false, index: 1, reason });
      const outcomes = explainChecks(cart, [first, rule], world).filter(({ index }) => index === 1);
      const failedAt = reasons.indexOf(reason);
      expect(outcomes.map(({ outcome }) => outcome)).toEqual(
        reasons.map((_, place) => (place === failedAt ? 'failed' : place < failedAt ? 'passed' : 'skipped')),
      );
      met.push(reason);
      rule = { ...rule, ...repair.rule };
      facts = { ...facts, ...repair.facts };
    }
    expect(['CODE_NOT_FOUND', ...met]).toEqual([...reasons]);
    expect(quote(cart, [first, rule], { now, codes: { [rule.id]: facts } }).applies).toBe(true);
  });

  it('judges what only the service knows as passed where it says nothing', () => {
    const rule = plainRule({ hasCustomerLimit: true, customerEligibility: 'returning' });
    expect(quote(cart, [rule], { now, codes: {} }).applies).toBe(true);
    expect(quote(cart, [rule], { now, codes: { [rule.id]: worstFacts } })).toMatchObject({
      reason: 'INACTIVE',
    });
  });

  it('takes an answer about new or returning without a name, but no cap per customer', () => {
    const unnamed = plainFacts({ customerKnown: false, customerIsNew: true });
    const byKind = plainRule({ customerEligibility: 'new' });
    expect(quote(cart, [byKind], { now, codes: { [byKind.id]: unnamed } }).applies).toBe(true);
    const byCap = plainRule({ hasCustomerLimit: true });
    expect(quote(cart, [byCap], { now, codes: { [byCap.id]: unnamed } })).toMatchObject({
      reason: 'CUSTOMER_REQUIRED',
      missing: [{ kind: 'customer' }],
    });
  });
});

describe('explainChecks', () => {
  it('tells the story of the quote on random carts', () => {
    for (let seed = 1; seed <= 5_000; seed += 1) {
      const { cart: asked, candidates, facts } = randomCase(seed);
      const answer = quote(asked, candidates, facts);
      const outcomes = explainChecks(asked, candidates, facts);
      expect(outcomes).toHaveLength(candidates.length * reasons.length);
      const failed = outcomes.find(({ outcome }) => outcome === 'failed');
      const told = answer.applies
        ? undefined
        : { index: answer.index, check: answer.reason, outcome: 'failed' };
      expect(failed).toEqual(told);
    }
  });

  it('judges a code behind a refused one too', () => {
    const outcomes = explainChecks(cart, [{ unknown: 'X' }, plainRule({ minPurchaseAmount: 10 ** 6 })], {
      now,
      codes: {},
    });
    expect(
      outcomes.filter(({ outcome }) => outcome === 'failed').map(({ index, check }) => [index, check]),
    ).toEqual([
      [0, 'CODE_NOT_FOUND'],
      [1, 'MIN_PURCHASE_NOT_MET'],
    ]);
  });
});
