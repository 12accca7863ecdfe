import { quote, termsFromRule, type Rule } from '@hemat/shared';
import { HematError } from '@hemat/shared/public-client';
import type { ValidateAnswer } from '@hemat/shared/schemas';
import { expect, it } from 'vitest';
import { makeRule } from '../../../test/elements/support/fake-service.js';
import type { Action } from './action.js';
import { emptyModel } from './empty-model.js';
import type { Model } from './model.js';
import { nextMoment } from './next-moment.js';
import { nextQuestion, type Question } from './next-question.js';
import { reduce } from './reduce.js';

const noon = Date.UTC(2026, 0, 1, 12);
const iso = (at: number): string => new Date(at).toISOString();
const cartOf = (subtotal: number): Action => ({
  type: 'cartGiven',
  cart: { currency: 'IDR', subtotal },
  customerToken: null,
});
const wish = (code: string): Action => ({ type: 'wished', wishes: [{ code, source: 'script' }] });

function play(...actions: readonly Action[]): Model {
  return actions.reduce((model, action) => reduce(model, action, noon), emptyModel);
}

function ask(model: Model): Question {
  const question = nextQuestion(model);
  if (!question) throw new Error('the model asks nothing');
  return question;
}

/** What the service says to the question a model raises. */
function answerTo(model: Model, rules: readonly Rule[], serverNow = noon): Action {
  const question = ask(model);
  const answer = quote(model.cart, rules, { now: serverNow, codes: {} });
  const rule = answer.applies ? undefined : rules[answer.index];
  const told = answer.applies
    ? {
        ...answer,
        codes: answer.codes.map((code, index) => ({ ...code, terms: termsFromRule(rules[index] as Rule) })),
        quote: 'signed',
        quoteExpiresAt: iso(serverNow + 30 * 60_000),
      }
    : {
        ...answer,
        message: '',
        code: question.codes[answer.index] ?? '',
        ...(rule && { terms: termsFromRule(rule) }),
      };
  // The rule core's quote with the wire's few keys more; its lists are not changed by anyone.
  return {
    type: 'answered',
    question,
    answer: { ...told, serverTime: iso(serverNow) } as unknown as ValidateAnswer,
  };
}

function applied(rule: Rule, subtotal = 250_000): Model {
  const asked = play(cartOf(subtotal), wish(rule.code));
  return reduce(asked, answerTo(asked, [rule]), noon);
}

it('shows nothing as applied before the service has said so, whatever the terms say', () => {
  const rule = makeRule({ code: 'MIN300', minPurchaseAmount: 300_000 });
  const pending = applied(rule);
  expect(pending.shown.kind).toBe('pending');
  const qualifies = reduce(pending, cartOf(300_000), noon);
  expect(qualifies.shown).toMatchObject({ kind: 'checking', code: 'MIN300', applied: [] });
  expect(ask(qualifies).codes).toEqual(['MIN300']);
  expect(reduce(qualifies, answerTo(qualifies, [rule]), noon).shown.kind).toBe('applied');
});

it('drops the answer to a question that it no longer asks', () => {
  const rule = makeRule({ code: 'TEN' });
  const asked = play(cartOf(250_000), wish('TEN'));
  const late = answerTo(asked, [rule]);
  for (const overtaken of [cartOf(100_000), wish('OTHER'), { type: 'dismissed' }] satisfies Action[]) {
    const moved = reduce(asked, overtaken, noon);
    expect(reduce(moved, late, noon).held).toEqual([]);
  }
  const failure: Action = {
    type: 'failed',
    question: ask(asked),
    error: new HematError('', { code: 'NETWORK', status: 0 }),
  };
  expect(reduce(reduce(asked, wish('OTHER'), noon), failure, noon).trouble).toBe(null);
});

it('lets a signature go with the cart, and takes it back for the very same cart', () => {
  const ten = applied(makeRule({ code: 'TEN' }));
  expect(ten.shown.signedQuote).toBe('signed');
  const changed = reduce(ten, cartOf(300_000), noon);
  expect(changed.shown.signedQuote).toBe(null);
  expect(reduce(changed, cartOf(250_000), noon).shown.signedQuote).toBe('signed');
});

it('wants a fresh signature a minute before the old one ends', () => {
  const ten = applied(makeRule({ code: 'TEN' }));
  expect(nextMoment(ten)).toBe(noon + 29 * 60_000);
  const later = reduce(ten, { type: 'clockMoved' }, noon + 29 * 60_000);
  expect(later.shown).toMatchObject({ kind: 'applied', signedQuote: null });
});

it('goes by the service’s clock as soon as it knows it', () => {
  const ahead = 3_600_000;
  const asked = play(cartOf(250_000), wish('TEN'));
  const rule = makeRule({ code: 'TEN', expiresAt: noon + ahead + 1000 });
  const held = reduce(asked, answerTo(asked, [rule], noon + ahead), noon);
  expect(held.shown.kind).toBe('applied');
  expect(reduce(held, { type: 'clockMoved' }, noon + 999).shown.kind).toBe('applied');
  const over = reduce(held, { type: 'clockMoved' }, noon + 1000);
  expect(over.shown).toMatchObject({ kind: 'refused', refusal: { code: 'TEN', reason: 'EXPIRED' } });
  expect(over.held).toEqual([]);
});

it('takes up a code by itself when its time comes', () => {
  const rule = makeRule({ code: 'SOON', startsAt: noon + 5000 });
  const early = applied(rule);
  expect(early.shown.kind).toBe('pending');
  expect(nextMoment(early)).toBe(noon + 5000);
  expect(reduce(early, { type: 'clockMoved' }, noon + 5000).shown.kind).toBe('checking');
});

it('keeps one code when another stops to qualify', () => {
  const cart = makeRule({ code: 'CART', combinesWith: ['shipping'] });
  const ship = makeRule({
    code: 'SHIP',
    discount: { type: 'shipping_percent', basisPoints: 10_000 },
    combinesWith: ['cart'],
    minPurchaseAmount: 200_000,
  });
  const one = applied(cart);
  const asked = reduce(one, wish('SHIP'), noon);
  const both = reduce(asked, answerTo(asked, [cart, ship]), noon);
  expect(both.settled.applied.map(({ code }) => code)).toEqual(['CART', 'SHIP']);
  const less = reduce(both, cartOf(150_000), noon);
  expect(less.shown.kind).toBe('applied');
  expect(less.settled.applied.map(({ code }) => code)).toEqual(['CART']);
  expect(less.settled.waiting.map(({ held }) => held.code)).toEqual(['SHIP']);
});

it('takes another spelling of a held code for the same code', () => {
  const ten = applied(makeRule({ code: 'TEN' }));
  expect(reduce(ten, wish(' t e n '), noon).shown.kind).toBe('applied');
});

it('does not ask about what cannot be a code', () => {
  for (const [code, reason] of [
    ['  ', 'EMPTY'],
    ['a/b', 'CODE_NOT_FOUND'],
    ['x'.repeat(60), 'CODE_NOT_FOUND'],
  ] as const)
    expect(play(cartOf(1), wish(code)).shown).toMatchObject({ kind: 'refused', refusal: { reason } });
});

it('takes the currency from the answer where the page has named none', () => {
  const asked = play({ type: 'cartGiven', cart: { subtotal: 250_000 }, customerToken: null }, wish('TEN'));
  const rule = makeRule({ code: 'TEN' });
  const answered = answerTo({ ...asked, cart: { ...asked.cart, currency: 'IDR' } }, [rule]);
  const known = reduce(asked, answered, noon);
  expect(known.shown).toMatchObject({ kind: 'applied', quote: { currency: 'IDR' } });
  const again = reduce(known, { type: 'cartGiven', cart: { subtotal: 250_000 }, customerToken: null }, noon);
  expect(again.cartKey).toBe(known.cartKey);
});
