import type { SeededCode } from '../seeded-code.js';

/** One code for each type. */
export const typeCodes: readonly SeededCode[] = [
  {
    group: 'types',
    code: 'HEMAT10',
    rule: { type: 'percent', value: 10, public: true, title: 'Diskon 10% untuk semuanya' },
    explanation: {
      id: 'Persen dari seluruh keranjang. Ubah jumlah barang: angkanya bergerak tanpa bertanya ke layanan.',
      en: 'A percentage of the whole cart. Change a quantity: the amount moves without asking the service.',
    },
    cart: { 'kopi-gayo': 2, 'kertas-saring': 1 },
  },
  {
    group: 'types',
    code: 'KOPI25',
    rule: {
      type: 'fixed',
      value: 25_000,
      currency: 'IDR',
      minPurchaseAmount: 200_000,
      public: true,
      title: 'Potongan Rp\u00a025.000, belanja mulai Rp\u00a0200.000',
    },
    explanation: {
      id: 'Potongan tetap dengan belanja minimum. Kolomnya menyebut kekurangannya, lalu berlaku sendiri begitu cukup.',
      en: 'A fixed amount with a minimum. The field says how much is missing and applies by itself once it is enough.',
    },
    reasons: ['MIN_PURCHASE_NOT_MET'],
    cart: { 'kopi-senja': 1 },
  },
  {
    group: 'types',
    code: 'ONGKIR15',
    rule: {
      type: 'shipping_fixed',
      value: 15_000,
      currency: 'IDR',
      public: true,
      title: 'Ongkir dipotong Rp\u00a015.000',
    },
    explanation: {
      id: 'Hanya menyentuh ongkos kirim. Ke Jakarta ongkirnya Rp\u00a012.000, jadi potongannya berhenti di situ.',
      en: 'Touches shipping only. Shipping to Jakarta is Rp\u00a012,000, so the discount stops there.',
    },
    cart: { 'kopi-temanggung': 2 },
  },
  {
    group: 'types',
    code: 'ONGKIR50',
    rule: {
      type: 'shipping_percent',
      value: 50,
      currency: 'IDR',
      maxDiscountAmount: 20_000,
      title: 'Setengah ongkir, paling banyak Rp\u00a020.000',
    },
    explanation: {
      id: 'Setengah ongkos kirim dengan batas atas. Ke Papua setengahnya Rp\u00a030.000; yang diberi Rp\u00a020.000.',
      en: 'Half the shipping, up to a maximum. To Papua half would be Rp\u00a030,000; it gives Rp\u00a020,000.',
    },
    cart: { 'kopi-toraja': 1 },
    region: 'ID-PA',
  },
];
