import { quote, ruleFromTerms, type Quote, type Rule } from '@hemat/shared';
import type { AppliedAnswer, RefusedAnswer, ValidateAnswer } from '@hemat/shared/schemas';
import type { Attempt, HeldCode, Model, Wish } from './model.js';
import { questionAbout, type Question } from './next-question.js';

type Asking = Extract<Attempt, { kind: 'asking' }>;
const nobodyAsked: Asking = { kind: 'asking', wishes: [], instead: false };
/** A signature is renewed this long before it ends. */
const renewBeforeMs = 60_000;

/** The model after the answer to the question it raises. */
export function takeAnswer(
  model: Model,
  { question, answer }: { question: Question; answer: ValidateAnswer },
): Model {
  const known = {
    ...model,
    trouble: null,
    cart: { ...model.cart, currency: model.cart.currency || answer.currency },
  };
  return answer.applies ? takeYes(known, question, answer) : takeNo(known, question, answer);
}

function takeYes(model: Model, question: Question, answer: AppliedAnswer): Model {
  const { wishes, instead } = asking(model);
  const candidates: readonly Wish[] = [...wishes, ...model.held];
  const confirmed = answer.codes.map(({ code, terms }, index): HeldCode => {
    const source = candidates.find((one) => one.code === question.codes[index])?.source ?? 'script';
    return { code, source, rule: ruleFromTerms(terms), confirmed: true, veto: null };
  });
  const others = instead ? [] : model.held.filter(({ code }) => !question.codes.includes(code));
  return {
    ...model,
    held: [...others, ...confirmed],
    attempt: model.attempt?.kind === 'asking' ? null : model.attempt,
    signed: {
      questionKey: questionAbout(confirmed, model.cartKey).key,
      quote: answer.quote,
      expiresAt: Date.parse(answer.quoteExpiresAt) - renewBeforeMs,
    },
  };
}

function takeNo(model: Model, question: Question, answer: RefusedAnswer): Model {
  const wish = asking(model).wishes.find(({ code }) => code === answer.code);
  if (wish) return refuseWish(model, wish, answer);
  const held =
    model.held.find(({ code }) => code === answer.code) ??
    model.held.find(({ code }) => question.codes.includes(code));
  return held ? refuseHeld(model, held, answer) : { ...model, attempt: null };
}

function refuseWish(model: Model, wish: Wish, answer: RefusedAnswer): Model {
  const left = asking(model).wishes.filter((one) => one !== wish);
  const rest: Model = { ...model, attempt: left.length > 0 ? { ...asking(model), wishes: left } : null };
  const rule = answer.terms && ruleFromTerms(answer.terms);
  const isAutomatic = wish.source === 'linked' || wish.source === 'kept';
  if (rule && answer.reason !== 'NOT_COMBINABLE') return hold(rest, wish, rule, answer);
  const alone = rule ? quote(model.cart, [rule], { now: model.now, codes: {} }) : null;
  if (isAutomatic && alone)
    return savingOf(alone) > savingOf(model.settled.quote)
      ? { ...rest, attempt: { kind: 'asking', wishes: [wish], instead: true } }
      : rest;
  if (rest.attempt || wish.source === 'kept') return rest;
  const { reason, missing } = answer;
  return {
    ...rest,
    attempt: { kind: 'refused', refusal: { ...wish, reason, missing, replaces: alone?.applies ?? false } },
  };
}

/** A right code that this cart does not qualify for waits until one does. */
function hold(model: Model, { source }: Wish, rule: Rule, { reason, missing }: RefusedAnswer): Model {
  const veto = { cartKey: model.cartKey, reason, missing };
  return { ...model, held: [...model.held, { code: rule.code, source, rule, confirmed: false, veto }] };
}

/** The service takes back a code that it had accepted: it waits where its terms say for what, else it is given up. */
function refuseHeld(model: Model, code: HeldCode, answer: RefusedAnswer): Model {
  const { reason, missing, terms } = answer;
  if (terms) {
    const veto = { cartKey: model.cartKey, reason, missing };
    const waiting = { ...code, rule: ruleFromTerms(terms), veto };
    return { ...model, held: model.held.map((one) => (one === code ? waiting : one)) };
  }
  const refusal = { code: code.code, source: code.source, reason, missing, replaces: false };
  const held = model.held.filter((one) => one !== code);
  return { ...model, held, attempt: model.attempt ?? { kind: 'refused', refusal } };
}

function asking({ attempt }: Model): Asking {
  return attempt?.kind === 'asking' ? attempt : nobodyAsked;
}

function savingOf(quote: Quote): number {
  return quote.discountAmount + quote.shippingDiscount;
}
