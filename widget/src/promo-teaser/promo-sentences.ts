import { formatMoney, reasonSentence, type Discount } from '@hemat/shared';
import type { Messages } from '../messages/messages.js';
import type { RankedPromo } from './rank-promos.js';

/** Words and tag of the reader's language, and the cart's currency. */
export interface PromoSpeech {
  readonly messages: Messages;
  readonly lang: string;
  readonly currency: string;
}

const dayMs = 86_400_000;

/** What a promo gives: `10% off, up to Rp 50.000`. */
export function giftSentence({ rule }: RankedPromo, speech: PromoSpeech): string {
  const { messages } = speech;
  const { discount, maxDiscountAmount } = rule;
  const atMost = maxDiscountAmount === null ? null : moneyOf(maxDiscountAmount, speech);
  const gift = { value: valueOf(discount, speech), atMost };
  if (discount.type === 'percent' || discount.type === 'fixed') return messages.offItems(gift);
  const isFree = 'basisPoints' in discount && discount.basisPoints === 10_000 && !atMost;
  return isFree ? messages.freeShipping : messages.offShipping(gift);
}

/** What it saves on this cart, or what is missing; empty where it saves nothing yet, as free shipping before there is any. */
export function worthSentence({ saving, refusal }: RankedPromo, speech: PromoSpeech): string {
  const { messages, lang, currency } = speech;
  if (!refusal) return saving === 0 ? '' : messages.saving(moneyOf(saving, speech));
  const { reason, missing } = refusal;
  const short = missing.find((fact) => fact.kind === 'minPurchase');
  if (short) return messages.spendMore(moneyOf(short.shortBy, speech));
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  return reasonSentence(messages.reasons, reason, missing, { locale: lang, currency, timeZone });
}

/** Until when it holds: the last day, or the time left in the last 24 hours; empty where it has no end. */
export function endSentence({ rule }: RankedPromo, now: number, { messages, lang }: PromoSpeech): string {
  const { expiresAt } = rule;
  if (expiresAt === null) return '';
  if (isEnding(expiresAt, now)) return messages.timeLeft(clockText(expiresAt - now));
  // The end is the first moment that does not count.
  return messages.until(new Intl.DateTimeFormat(lang, { dateStyle: 'medium' }).format(expiresAt - 1));
}

/** Whether less than 24 hours are left. */
export function isEnding(expiresAt: number | null, now: number): boolean {
  return expiresAt !== null && expiresAt > now && expiresAt - now < dayMs;
}

/** `07:05:09`: always as wide, so that nothing moves while it runs. */
function clockText(leftMs: number): string {
  return new Date(Math.max(0, leftMs)).toISOString().slice(11, 19);
}

function valueOf(discount: Discount, speech: PromoSpeech): string {
  if ('amount' in discount) return moneyOf(discount.amount, speech);
  const percent = new Intl.NumberFormat(speech.lang, { style: 'percent', maximumFractionDigits: 2 });
  return percent.format(discount.basisPoints / 10_000);
}

function moneyOf(amount: number, { currency, lang }: PromoSpeech): string {
  return formatMoney(amount, currency, lang);
}
