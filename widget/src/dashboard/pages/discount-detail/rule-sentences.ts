import { formatMoney } from '@hemat/shared';
import type { DiscountCode, WorkspaceOnWire } from '@hemat/shared/schemas';
import type { Language } from '../../core/language.js';
import { formatMoment, formatNumber } from '../../parts/format.js';
import { giftText } from '../../texts/gives.js';
import { ruleTexts } from './rule-texts.js';

/** A rule in plain words, one sentence for each of its parts. */
export function ruleSentences(code: DiscountCode, language: Language, place: WorkspaceOnWire): string[] {
  const words = ruleTexts[language];
  const money = (amount: number) =>
    formatMoney(amount, code.currency ?? place.defaultCurrency, language === 'id' ? 'id-ID' : 'en');
  const list = (parts: readonly string[]) =>
    new Intl.ListFormat(language, { type: 'disjunction' }).format(parts);
  const isShipping = code.type.startsWith('shipping');
  return [
    words.gives(giftText(code, language)),
    ...when(code.scope === 'products' && !isShipping, () => words.onProducts(list(code.productIds))),
    ...when(code.scope === 'tags' && !isShipping, () => words.onTags(list(code.tagFilter))),
    ...when(code.minPurchaseAmount !== null, () => words.from(money(code.minPurchaseAmount ?? 0))),
    timeSentence(code, language, place.timeZone),
    ...when(code.customerEligibility === 'new', () => words.forNew),
    ...when(code.customerEligibility === 'returning', () => words.forReturning),
    ...when(code.kind === 'reusable', () => usesSentence(code, language)),
    ...when(code.kind === 'onetime', () => words.eachOnce),
    ...when(code.kind === 'onetime' || hasCap(code), () =>
      code.limitPolicy === 'hold'
        ? words.hold(formatNumber(code.holdMinutes, language))
        : words[code.limitPolicy],
    ),
    ...when(code.regions !== null, () => words.shippedTo(list(code.regions ?? []))),
    code.combinesWith.length === 0
      ? words.alone
      : words.beside(list(code.combinesWith.map((name) => words.classes[name]))),
    ...when(code.kind === 'reusable', () => (code.public ? words.shown : words.hidden)),
  ];
}

function timeSentence({ startsAt, expiresAt }: DiscountCode, language: Language, zone: string): string {
  const words = ruleTexts[language];
  const start = startsAt === null ? null : formatMoment(startsAt, language, zone);
  // The end is the first moment at which the code works no more.
  const end = expiresAt === null ? null : formatMoment(Date.parse(expiresAt) - 1, language, zone);
  if (start !== null && end !== null) return words.between(start, end);
  if (start !== null) return words.since(start);
  return end === null ? words.always : words.until(end);
}

function usesSentence(code: DiscountCode, language: Language): string {
  const words = ruleTexts[language];
  const { maxUsesTotal: total, maxUsesPerCustomer: each } = code;
  if (total !== null && each !== null)
    return words.usesBoth(formatNumber(total, language), formatNumber(each, language));
  if (total !== null) return words.usesTotal(formatNumber(total, language));
  return each === null ? words.usesFree : words.usesEach(formatNumber(each, language));
}

function hasCap({ maxUsesTotal, maxUsesPerCustomer }: DiscountCode): boolean {
  return maxUsesTotal !== null || maxUsesPerCustomer !== null;
}

function when(holds: boolean, sentence: () => string): string[] {
  return holds ? [sentence()] : [];
}
