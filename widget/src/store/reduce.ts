import { cartFromInput, ruleFromTerms } from '@hemat/shared';
import type { TeaserAnswer } from '@hemat/shared/schemas';
import type { CartValue } from '../cart/cart-value.js';
import type { Action } from './action.js';
import { stateOf } from './discount-state.js';
import type { Model } from './model.js';
import { nextQuestion } from './next-question.js';
import { settle } from './settle.js';
import { takeAnswer } from './take-answer.js';
import { takeWishes } from './take-wishes.js';

/** The model after an action at `browserNow` (epoch ms), and with it the one state that is shown. */
export function reduce(before: Model, action: Action, browserNow: number): Model {
  const stepped = step({ ...before, now: browserNow + before.skew }, action);
  const settled = dropExpired({ ...stepped, settled: settle(stepped) });
  return { ...settled, shown: stateOf(settled) };
}

function step(model: Model, action: Action): Model {
  switch (action.type) {
    case 'cartGiven':
      return takeCart(model, action.cart, action.customerToken);
    case 'wished':
      return takeWishes(model, action.wishes);
    case 'dismissed':
      return { ...model, attempt: null };
    case 'removed':
      return {
        ...model,
        held: model.held.filter(({ code }) => action.code && code !== action.code),
        attempt: null,
      };
    case 'answered':
      return isOld(model, action)
        ? model
        : takeAnswer(atServiceTime(model, action.answer.serverTime), action);
    case 'failed':
      return isOld(model, action)
        ? model
        : { ...model, trouble: { questionKey: action.question.key, error: action.error } };
    case 'retried':
      return { ...liftVetoes(model), trouble: null, signed: null };
    case 'clockMoved':
      return model.signed && model.now >= model.signed.expiresAt
        ? { ...liftVetoes(model), signed: null }
        : liftVetoes(model);
    case 'promosAsked':
      return { ...model, promos: { kind: 'loading' } };
    case 'promosFailed':
      return { ...model, promos: { kind: 'failed' } };
    case 'promosListed':
      return takePromos(atServiceTime(model, action.answer.serverTime), action.answer);
  }
}

/** What the service refused may be right by now; it is asked again as soon as the terms allow it. */
function liftVetoes(model: Model): Model {
  return { ...model, held: model.held.map((code) => ({ ...code, veto: null })) };
}

/** An answer to a question that the model no longer raises. */
function isOld(model: Model, { question }: Extract<Action, { question: unknown }>): boolean {
  return question.key !== nextQuestion(model)?.key;
}

function takeCart(model: Model, given: CartValue, customerToken: string | null): Model {
  const input = { ...given, lineItems: given.lineItems ? [...given.lineItems] : null };
  const titles = input.lineItems?.map(
    ({ lineId, title }, index) => [lineId ?? `${index + 1}`, title] as const,
  );
  return {
    ...model,
    cart: cartFromInput(input, model.cart.currency),
    customerToken,
    cartKey: JSON.stringify([cartFromInput(input, ''), customerToken]),
    lineTitles: new Map(titles?.flatMap(([lineId, title]) => (title ? [[lineId, title]] : []))),
  };
}

function takePromos(model: Model, { items, currency }: TeaserAnswer): Model {
  const listed = items.map((item) => ({ item, rule: ruleFromTerms(item.terms) }));
  const cart = { ...model.cart, currency: model.cart.currency || currency };
  return { ...model, cart, promos: { kind: 'listed', items: listed } };
}

/** The clock is the service's as soon as an answer has told it. */
function atServiceTime(model: Model, serverTime: string): Model {
  const now = Date.parse(serverTime) || model.now;
  return { ...model, now, skew: now - model.now + model.skew };
}

/** A held code whose time is over is a refusal, not something to wait for. */
function dropExpired(model: Model): Model {
  const over = model.settled.waiting.find(({ reason }) => reason === 'EXPIRED');
  if (!over) return model;
  const { code, source } = over.held;
  const refusal = { code, source, reason: over.reason, missing: [], replaces: false };
  const held = model.held.filter((one) => one !== over.held);
  const rest = { ...model, held, attempt: model.attempt ?? ({ kind: 'refused', refusal } as const) };
  return dropExpired({ ...rest, settled: settle(rest) });
}
