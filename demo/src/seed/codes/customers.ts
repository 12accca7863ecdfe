import type { SeededCode } from '../seeded-code.js';

/** Codes for some customers or some places. */
export const customerCodes: readonly SeededCode[] = [
  {
    group: 'customers',
    code: 'BARU15',
    rule: { type: 'percent', value: 15, customerEligibility: 'new', title: '15% untuk pesanan pertama' },
    explanation: {
      id: 'Untuk yang belum pernah membayar pesanan. Masuk dulu, supaya kolomnya tahu siapa Anda.',
      en: 'For those who have not paid an order yet. Sign in first, so that the field knows who you are.',
    },
    reasons: ['CUSTOMER_REQUIRED', 'CUSTOMER_NOT_ELIGIBLE'],
    cart: { 'kopi-kintamani': 2 },
  },
  {
    group: 'customers',
    code: 'SETIA10',
    rule: {
      type: 'percent',
      value: 10,
      customerEligibility: 'returning',
      title: '10% untuk pelanggan setia',
    },
    explanation: {
      id: 'Kebalikannya: berlaku setelah pesanan pertama Anda lunas.',
      en: 'The other way round: works once your first order is paid.',
    },
    reasons: ['CUSTOMER_REQUIRED', 'CUSTOMER_NOT_ELIGIBLE'],
    cart: { 'kopi-senja': 2 },
  },
  {
    group: 'customers',
    code: 'SEKALI',
    rule: {
      type: 'fixed',
      value: 20_000,
      currency: 'IDR',
      maxUsesPerCustomer: 1,
      title: 'Rp\u00a020.000, satu kali per orang',
    },
    explanation: {
      id: 'Satu kali per pelanggan. Bayar satu pesanan, lalu coba lagi dengan surel yang sama.',
      en: 'Once per customer. Pay one order, then try again with the same e-mail address.',
    },
    reasons: ['CUSTOMER_REQUIRED', 'CUSTOMER_LIMIT_REACHED'],
    cart: { 'kopi-toraja': 1 },
  },
  {
    group: 'customers',
    code: 'JABODETABEK',
    rule: {
      type: 'percent',
      value: 12.5,
      regions: ['ID-JK', 'ID-JB'],
      title: '12,5% untuk Jakarta dan Jawa Barat',
    },
    explanation: {
      id: 'Hanya untuk dua provinsi. Ganti tujuan kirim ke Jakarta dan kodenya berlaku.',
      en: 'For two provinces only. Change the destination to Jakarta and the code applies.',
    },
    reasons: ['REGION_MISMATCH'],
    cart: { 'kopi-gayo': 1 },
    region: 'ID-BA',
  },
];
