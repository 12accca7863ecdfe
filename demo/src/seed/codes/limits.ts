import type { SeededCode } from '../seeded-code.js';

const tenPercentOnce = { type: 'percent', value: 10, maxUsesTotal: 1 } as const;

/** The three things a cap can mean between order and payment. */
export const limitCodes: readonly SeededCode[] = [
  {
    group: 'limits',
    code: 'JANJI1',
    rule: { ...tenPercentOnce, limitPolicy: 'honor', title: 'Satu pemakaian, janji ditepati' },
    explanation: {
      id: 'Satu pemakaian, kebijakan honor: buat dua pesanan, bayar keduanya. Dua-duanya dihormati; yang kedua ditandai melewati batas.',
      en: 'One use, policy honor: place two orders and pay both. Both are honoured; the second is marked as above the cap.',
    },
    reasons: ['MAX_USES_REACHED'],
    cart: { 'kopi-senja': 1 },
  },
  {
    group: 'limits',
    code: 'TAHAN1',
    rule: {
      ...tenPercentOnce,
      limitPolicy: 'hold',
      holdMinutes: 2,
      title: 'Satu pemakaian, ditahan dua menit',
    },
    explanation: {
      id: 'Satu pemakaian, kebijakan hold: pesanan pertama menahannya dua menit, pesanan kedua ditolak sampai waktunya habis atau pesanan pertama dibatalkan.',
      en: 'One use, policy hold: the first order holds it for two minutes; a second is refused until that ends or the first is cancelled.',
    },
    reasons: ['MAX_USES_REACHED'],
    cart: { 'kopi-senja': 1 },
  },
  {
    group: 'limits',
    code: 'KETAT1',
    rule: { ...tenPercentOnce, limitPolicy: 'strict', title: 'Satu pemakaian, yang membayar lebih dulu' },
    explanation: {
      id: 'Satu pemakaian, kebijakan strict: buat dua pesanan, bayar keduanya. Yang dibayar lebih dulu dihitung, yang lain ditolak saat dibayar. Pengembalian memberi pemakaiannya kembali.',
      en: 'One use, policy strict: place two orders and pay both. The first payment is counted, the other refused when it is paid. A refund gives the use back.',
    },
    reasons: ['MAX_USES_REACHED'],
    cart: { 'kopi-senja': 1 },
  },
];
