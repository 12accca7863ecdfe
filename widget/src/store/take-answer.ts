import { mayCombine, quote, ruleFromTerms, type Quote, type Rule } from '@hemat/shared';
import type { AppliedAnswer, RefusedAnswer, ValidateAnswer } from '@hemat/shared/schemas';
import type { HeldCode, Model, Wish } from './model.js';
import { questionAbout, type Question } from './next-question.js';
import { askingFor, isAutomatic } from './take-wishes.js';

/** A signature is renewed this long before it ends. */
const renewBeforeMs = 60_000;

/** The model after the answer to the question it raises. */
export function takeAnswer(
  model: Model,
  { question, answer }: { question: Question; answer: ValidateAnswer },
): Model {
  const [wish, ...later] = model.attempt?.kind === 'asking' ? model.attempt.wishes : [];
  const rest: Model = {
    ...model,
    trouble: null,
    cart: { ...model.cart, currency: model.cart.currency || answer.currency },
    attempt: wish ? askingFor(later) : model.attempt,
  };
  if (answer.applies) return confirm(rest, wish, question, answer);
  if (wish && answer.code === wish.code) return refuseWish(rest, wish, answer);
  // The other codes are still to be asked for.
  return refuseHeld({ ...rest, attempt: model.attempt }, question, answer);
}

/** Every code of the question applies. */
function confirm(model: Model, wish: Wish | undefined, question: Question, answer: AppliedAnswer): Model {
  const confirmed = answer.codes.map(({ code, terms }, index): HeldCode => {
    const asked = question.codes[index];
    const source = (model.held.find((one) => one.code === asked) ?? wish)?.source ?? 'script';
    return { code, source, rule: ruleFromTerms(terms), confirmed: true, veto: null };
  });
  const others = wish?.instead ? [] : model.held.filter(({ code }) => !question.codes.includes(code));
  const waiting = others.filter((one) => confirmed.every(({ rule }) => mayCombine(one.rule, rule)));
  return {
    ...model,
    held: [...waiting, ...confirmed],
    signed: {
      questionKey: questionAbout(confirmed, model.cartKey).key,
      quote: answer.quote,
      expiresAt: Date.parse(answer.quoteExpiresAt) - renewBeforeMs,
    },
  };
}

function refuseWish(model: Model, wish: Wish, answer: RefusedAnswer): Model {
  const { reason, missing, terms } = answer;
  const rule = terms && ruleFromTerms(terms);
  if (rule && model.settled.applied.every((held) => mayCombine(held.rule, rule)))
    return hold(model, wish, rule, answer);
  const alone = rule ? quote(model.cart, [rule], { now: model.now, codes: {} }) : null;
  if (alone && isAutomatic(wish))
    return savingOf(alone) > savingOf(model.settled.quote) ? insteadOfHeld(model, wish) : model;
  if (wish.source === 'kept' || model.attempt) return model;
  const refusal = { ...wish, reason, missing, replaces: alone?.applies ?? false };
  return { ...model, attempt: { kind: 'refused', refusal } };
}

/** A better code of a link takes the place of the held ones, once the service agrees. */
function insteadOfHeld(model: Model, wish: Wish): Model {
  return { ...model, attempt: { kind: 'asking', wishes: [{ ...wish, instead: true }] } };
}

/** A right code that this cart does not qualify for waits until one does. */
function hold(model: Model, { source }: Wish, rule: Rule, { reason, missing }: RefusedAnswer): Model {
  const veto = { cartKey: model.cartKey, reason, missing };
  return { ...model, held: [...model.held, { code: rule.code, source, rule, confirmed: false, veto }] };
}

/** The service takes back a code that it had accepted: it waits where its terms say for what, else it is given up. */
function refuseHeld(model: Model, question: Question, answer: RefusedAnswer): Model {
  const { reason, missing, terms } = answer;
  const asked = model.held.filter(({ code }) => question.codes.includes(code));
  const code = asked.find((one) => one.code === answer.code) ?? asked[0];
  if (!code) return { ...model, attempt: null };
  const veto = { cartKey: model.cartKey, reason, missing };
  const held = model.held.flatMap((one) => {
    if (one !== code) return one;
    return terms ? { ...one, rule: ruleFromTerms(terms), veto } : [];
  });
  const refusal = { ...code, reason, missing, replaces: false };
  return { ...model, held, attempt: model.attempt ?? (terms ? null : { kind: 'refused', refusal }) };
}

function savingOf(quote: Quote): number {
  return quote.discountAmount + quote.shippingDiscount;
}
