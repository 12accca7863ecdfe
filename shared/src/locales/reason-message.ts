import type { Missing } from '../rule/quote-result.js';
import type { WireReason } from '../rule/reason.js';
import type { MissingOnWire } from '../schemas/missing.js';
import { pickLocale, type Locale } from './pick-locale.js';
import { reasonMessagesEn } from './reason-messages-en.js';
import { reasonMessagesId } from './reason-messages-id.js';
import type { ReasonMessages } from './reason-messages.js';
import { reasonSentence, type SentenceOptions } from './reason-sentence.js';

/** The table of every language that ships. */
export const reasonMessages: Readonly<Record<Locale, ReasonMessages>> = {
  en: reasonMessagesEn,
  id: reasonMessagesId,
};

/**
 * The shopper's sentence for a refusal in the language of `options.locale` (`en` where that does not ship): what happened and
 * what to do next, such as `Add Rp 50,000 more to use this code.`
 */
export function reasonMessage(
  reason: WireReason,
  missing: readonly (Missing | MissingOnWire)[],
  options: SentenceOptions,
): string {
  return reasonSentence(reasonMessages[pickLocale(options.locale)], reason, missing, options);
}
