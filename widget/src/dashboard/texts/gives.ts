import { formatMoney } from '@hemat/shared';
import type { DiscountCode } from '@hemat/shared/schemas';
import type { Language } from '../core/language.js';
import { formatPercent } from '../parts/format.js';

interface GiftTexts {
  readonly off: (amount: string) => string;
  readonly offShipping: (amount: string) => string;
  readonly freeShipping: string;
  readonly atMost: (amount: string) => string;
}

const texts: Readonly<Record<Language, GiftTexts>> = {
  en: {
    off: (amount) => `${amount} off`,
    offShipping: (amount) => `${amount} off shipping`,
    freeShipping: 'Free shipping',
    atMost: (amount) => `up to ${amount}`,
  },
  id: {
    off: (amount) => `Potongan ${amount}`,
    offShipping: (amount) => `Potongan ongkir ${amount}`,
    freeShipping: 'Gratis ongkir',
    atMost: (amount) => `maksimal ${amount}`,
  },
};

/** What of a code says what it gives. */
export type Gift = Pick<DiscountCode, 'type' | 'value' | 'currency' | 'maxDiscountAmount'>;

/** What a code gives, in a few words: `10% off, up to Rp 50,000`. */
export function giftText(gift: Gift, language: Language): string {
  const { off, offShipping, freeShipping, atMost } = texts[language];
  const { type, value, currency, maxDiscountAmount } = gift;
  const isPercent = type === 'percent' || type === 'shipping_percent';
  const amount = isPercent ? formatPercent(value, language) : money(value, currency, language);
  const isShipping = type === 'shipping_percent' || type === 'shipping_fixed';
  const isFree = type === 'shipping_percent' && value === 100;
  const given = isFree ? freeShipping : isShipping ? offShipping(amount) : off(amount);
  if (maxDiscountAmount === null || !isPercent) return given;
  return `${given}, ${atMost(money(maxDiscountAmount, currency, language))}`;
}

/** An amount in a currency; one without a currency yet is a bare number. */
function money(amount: number, currency: string | null, language: Language): string {
  return currency === null ? String(amount) : formatMoney(amount, currency, language);
}
