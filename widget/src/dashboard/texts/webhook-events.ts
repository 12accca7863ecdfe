import type { WebhookDelivery, WebhookEventType } from '@hemat/shared/schemas';
import type { Language } from '../core/language.js';

/** What happened and what became of telling it, in each language. */
interface EventTexts {
  readonly types: Readonly<Record<WebhookEventType | 'webhook.test', string>>;
  readonly delivery: Readonly<Record<WebhookDelivery['status'], string>>;
}

const texts: Readonly<Record<Language, EventTexts>> = {
  en: {
    types: {
      'discount_code.created': 'a code is made',
      'discount_code.updated': 'a code is changed',
      'discount_code.archived': 'a code is archived',
      'discount_code.applied': 'an order is locked with a code',
      'discount_code.redeemed': 'a use is counted',
      'discount_code.released': 'a cancelled order gives it back',
      'discount_code.reversed': 'a refunded order gives it back',
      'webhook.test': 'a test',
    },
    delivery: { pending: 'on its way', sent: 'delivered', failed: 'given up' },
  },
  id: {
    types: {
      'discount_code.created': 'kode dibuat',
      'discount_code.updated': 'kode diubah',
      'discount_code.archived': 'kode diarsipkan',
      'discount_code.applied': 'pesanan dikunci dengan kode',
      'discount_code.redeemed': 'pemakaian dihitung',
      'discount_code.released': 'pesanan batal mengembalikannya',
      'discount_code.reversed': 'pesanan yang uangnya kembali mengembalikannya',
      'webhook.test': 'uji coba',
    },
    delivery: { pending: 'sedang dikirim', sent: 'sampai', failed: 'menyerah' },
  },
};

/** What a type of event says has happened; the type itself where this page is older than it. */
export function eventTypeText(type: string, language: Language): string {
  const known: Readonly<Record<string, string>> = texts[language].types;
  return known[type] ?? type;
}

/** What became of a delivery. */
export function deliveryText(status: WebhookDelivery['status'], language: Language): string {
  return texts[language].delivery[status];
}
