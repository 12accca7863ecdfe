import { formatMoney, reasonSentence } from '@hemat/shared';
import type { Messages } from '../messages/messages.js';
import type { DiscountState } from '../store/discount-state.js';
import type { Model, MissingFact, FieldReason } from '../store/model.js';
import type { Outcome } from '../store/outcome.js';

/** What a sentence is made of: what is known, and the words and tag of the reader's language. */
export interface Speech {
  readonly model: Model;
  readonly messages: Messages;
  readonly lang: string;
}

/** The sentence below the field for the state; empty where there is nothing to say. */
export function messageOf(speech: Speech): string {
  const { messages, model } = speech;
  const state: DiscountState = model.shown;
  if (state.kind === 'refused') return refusalSentence(speech, state.refusal.reason, state.refusal.missing);
  if (state.kind === 'checking') return messages.checking;
  if (state.kind !== 'unavailable') return '';
  if (state.error.code === 'RATE_LIMITED') return messages.busy;
  return navigator.onLine ? messages.unavailable : messages.offline;
}

/** Why a code does not apply and what to do next. */
export function refusalSentence(
  speech: Speech,
  reason: FieldReason,
  missing: readonly MissingFact[],
): string {
  const { messages, model, lang } = speech;
  if (reason === 'EMPTY') return messages.empty;
  if (reason === 'MISTYPED') return messages.mistyped;
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  return reasonSentence(messages.reasons, reason, missing, {
    locale: lang,
    currency: model.cart.currency,
    timeZone,
  });
}

/** What the applied codes save, items and shipping together; empty where none applies. */
export function savingSentence({ model, messages, lang }: Speech): string {
  const { applied, quote } = model.settled;
  if (applied.length === 0) return '';
  const money = (amount: number): string => formatMoney(amount, quote.currency, lang);
  return messages.saves(money(quote.discountAmount + quote.shippingDiscount), money(quote.total));
}

/** The lines that bear the discount, where it is not the whole cart and the page has named them. */
export function linesSentence({ model, messages, lang }: Speech): string {
  const { applied, quote } = model.settled;
  if (applied.every(({ rule }) => rule.scope === 'cart')) return '';
  const titles = quote.allocations.flatMap(({ lineId }) => model.lineTitles.get(lineId) ?? []);
  return titles.length === 0 ? '' : messages.onLines(new Intl.ListFormat(lang).format(titles));
}

/** The one sentence that a screen reader hears of an outcome. */
export function outcomeSentence(speech: Speech, outcome: Outcome): string {
  const { messages } = speech;
  switch (outcome.type) {
    case 'applied':
      return `${messages.applied(outcome.held.code)} ${savingSentence(speech)}`;
    case 'changed':
      return savingSentence(speech);
    case 'removed':
      return messages.removed(outcome.held.code);
    case 'refused': {
      const { code, reason, missing } = outcome.refusal;
      const sentence = refusalSentence(speech, reason, missing);
      return outcome.pending ? messages.waiting(code, sentence) : sentence;
    }
    case 'unavailable':
      return messageOf(speech);
  }
}
