import type { SeededCode } from '../seeded-code.js';

/** Codes that look at some lines only. */
export const scopeCodes: readonly SeededCode[] = [
  {
    group: 'scopes',
    code: 'GAYO20',
    rule: {
      type: 'percent',
      value: 20,
      scope: 'products',
      productIds: ['kopi-gayo', 'kopi-toraja'],
      public: true,
      title: 'Gayo dan Toraja 20% lebih murah',
    },
    explanation: {
      id: 'Hanya untuk dua kopi. Cangkirnya tidak ikut; tanpa kedua kopi itu kodenya tidak berlaku.',
      en: 'For two coffees only. The mug is left out, and without either coffee the code does not apply.',
    },
    reasons: ['SCOPE_MISMATCH'],
    cart: { 'kopi-gayo': 1, 'cangkir-enamel': 1 },
  },
  {
    group: 'scopes',
    code: 'ALAT15',
    rule: {
      type: 'percent',
      value: 15,
      scope: 'tags',
      tagFilter: ['equipment'],
      currency: 'IDR',
      maxDiscountAmount: 75_000,
      public: true,
      title: 'Alat seduh 15%, sampai Rp\u00a075.000',
    },
    explanation: {
      id: 'Semua barang bertanda “equipment”, dengan batas atas. Dibagi tepat ke tiap baris, sampai rupiah terakhir.',
      en: 'Every item tagged “equipment”, up to a maximum, split over the lines to the last rupiah.',
    },
    reasons: ['SCOPE_MISMATCH'],
    cart: { 'penggiling-tangan': 1, 'ketel-leher-angsa': 1, 'kopi-senja': 1 },
  },
];
