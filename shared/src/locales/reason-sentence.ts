import { formatMoney } from '../money/format-money.js';
import type { Missing } from '../rule/quote-result.js';
import type { WireReason } from '../rule/reason.js';
import type { MissingOnWire } from '../schemas/missing.js';
import { localeList } from './locale-list.js';
import type { ReasonMessages, SentenceFacts } from './reason-messages.js';

/** How to write what a sentence names. */
export interface SentenceOptions {
  /** BCP 47 tag for amounts and dates, such as `en` or `en-ID`. */
  readonly locale: string;
  /** ISO 4217 of the amounts. */
  readonly currency: string;
  /** IANA zone of the dates; without one no sentence names a date. */
  readonly timeZone?: string;
}

/** The sentence of one language table for a refusal, what is missing filled in. */
export function reasonSentence(
  messages: ReasonMessages,
  reason: WireReason,
  missing: readonly (Missing | MissingOnWire)[],
  options: SentenceOptions,
): string {
  return messages[reason](sentenceFacts(missing, options));
}

function sentenceFacts(
  missing: readonly (Missing | MissingOnWire)[],
  { locale, currency, timeZone }: SentenceOptions,
): SentenceFacts {
  let shortBy: string | null = null;
  let startsAt: string | null = null;
  for (const fact of missing) {
    if (fact.kind === 'minPurchase') shortBy = formatMoney(fact.shortBy, currency, locale);
    if (fact.kind === 'startsAt' && timeZone !== undefined)
      startsAt = formatMoment(fact.at, locale, timeZone);
  }
  return { shortBy, startsAt };
}

function formatMoment(at: number | string, locale: string, timeZone: string): string {
  return new Intl.DateTimeFormat(localeList(locale), {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone,
  }).format(new Date(at));
}
