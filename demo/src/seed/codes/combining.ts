import type { SeededCode } from '../seeded-code.js';

/** Codes that may stand beside each other. */
export const combiningCodes: readonly SeededCode[] = [
  {
    group: 'combining',
    code: 'ASAL10',
    rule: {
      type: 'percent',
      value: 10,
      scope: 'tags',
      tagFilter: ['single-origin'],
      combinesWith: ['cart', 'shipping'],
      title: 'Kopi satu asal 10%',
    },
    explanation: {
      id: 'Boleh digabung dengan BARENG5 dan GRATISONGKIR. Kode barang dihitung lebih dulu.',
      en: 'May be combined with BARENG5 and GRATISONGKIR. Codes on items are counted first.',
    },
    cart: { 'kopi-gayo': 2, 'kertas-saring': 1 },
  },
  {
    group: 'combining',
    code: 'BARENG5',
    rule: {
      type: 'percent',
      value: 5,
      combinesWith: ['products', 'shipping'],
      title: '5% di atas promo lain',
    },
    explanation: {
      id: '5% dari yang tersisa setelah kode barang. Bersama HEMAT10 ditolak: HEMAT10 tidak mau digabung.',
      en: '5 % of what the item codes leave. Refused beside HEMAT10, which combines with nothing.',
    },
    reasons: ['NOT_COMBINABLE'],
    cart: { 'kopi-gayo': 2, 'kertas-saring': 1 },
  },
  {
    group: 'combining',
    code: 'GRATISONGKIR',
    rule: {
      type: 'shipping_percent',
      value: 100,
      combinesWith: ['cart', 'products'],
      currency: 'IDR',
      minPurchaseAmount: 150_000,
      public: true,
      title: 'Gratis ongkir, belanja mulai Rp\u00a0150.000',
    },
    explanation: {
      id: 'Ongkos kirim gratis di samping kode lain. Minimumnya dihitung dari subtotal sebelum diskon.',
      en: 'Free shipping beside other codes. Its minimum looks at the subtotal before any discount.',
    },
    reasons: ['MIN_PURCHASE_NOT_MET', 'NOT_COMBINABLE'],
    cart: { 'kopi-gayo': 2, 'kertas-saring': 1 },
  },
];
