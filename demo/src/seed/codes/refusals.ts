import type { SeededCode } from '../seeded-code.js';

const cart = { 'kopi-gayo': 1 };

/** Codes that are refused whatever is in the cart. */
export const refusalCodes: readonly SeededCode[] = [
  {
    group: 'refusals',
    code: 'TIDAKADA',
    rule: null,
    explanation: { id: 'Kode ini memang tidak ada.', en: 'There is no such code.' },
    reasons: ['CODE_NOT_FOUND'],
    cart,
  },
  {
    group: 'refusals',
    code: 'JEDA10',
    rule: { type: 'percent', value: 10, active: false, title: 'Sedang dijeda' },
    explanation: { id: 'Dijeda oleh pemilik toko.', en: 'Paused by the shop’s owner.' },
    reasons: ['INACTIVE'],
    cart,
  },
  {
    group: 'refusals',
    code: 'ARSIP10',
    rule: { type: 'percent', value: 10, title: 'Sudah diarsipkan' },
    afterwards: 'archive',
    explanation: {
      id: 'Diarsipkan: tetap ada untuk riwayat, tidak bisa dipakai lagi.',
      en: 'Archived: kept for its history, never usable again.',
    },
    reasons: ['INACTIVE'],
    cart,
  },
  {
    group: 'refusals',
    code: 'BESOK10',
    rule: { type: 'percent', value: 10, startsAt: '2099-01-01T00:00:00+07:00', title: 'Belum mulai' },
    explanation: { id: 'Baru mulai 1 Januari 2099.', en: 'Starts on 1 January 2099.' },
    reasons: ['NOT_YET_VALID'],
    cart,
  },
  {
    group: 'refusals',
    code: 'MERDEKA17',
    rule: {
      type: 'percent',
      value: 17,
      startsAt: '2025-08-01T00:00:00+07:00',
      expiresAt: '2025-09-01T00:00:00+07:00',
      title: 'Promo Agustus 2025',
    },
    explanation: { id: 'Berakhir 31 Agustus 2025.', en: 'Ended on 31 August 2025.' },
    reasons: ['EXPIRED'],
    cart,
  },
  {
    group: 'refusals',
    code: 'HABIS10',
    rule: { type: 'percent', value: 10, maxUsesTotal: 1, title: 'Sudah habis' },
    afterwards: 'use',
    explanation: { id: 'Satu-satunya pemakaiannya sudah terpakai.', en: 'Its only use has been taken.' },
    reasons: ['MAX_USES_REACHED'],
    cart,
  },
  {
    group: 'refusals',
    code: 'DOLAR5',
    rule: { type: 'fixed', value: 500, currency: 'USD', title: 'USD 5.00 off' },
    explanation: {
      id: 'Potongan dalam dolar, sedangkan toko ini menjual dalam rupiah.',
      en: 'A discount in dollars, while this shop sells in rupiah.',
    },
    reasons: ['CURRENCY_MISMATCH'],
    cart,
  },
];
