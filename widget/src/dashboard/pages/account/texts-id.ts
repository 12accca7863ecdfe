import type { Texts } from './texts-en.js';

/** The texts of the account in Indonesian. */
export const textsId: Texts = {
  title: 'Akun Anda',
  passwordTitle: 'Ganti kata sandi',
  current: 'Kata sandi sekarang',
  next: 'Kata sandi baru',
  nextHint: 'Minimal 10 karakter. Semua sesi Anda yang lain berakhir.',
  nextFault: 'Dari 10 sampai 128 karakter.',
  change: 'Ganti',
  changed: 'Kata sandi diganti. Semua sesi lain sudah berakhir.',
  everywhereTitle: 'Keluar di mana-mana',
  everywhereText:
    'Mengakhiri semua sesi Anda di semua perangkat, termasuk yang ini. Lakukan bila perangkat hilang.',
  everywhere: 'Keluar di mana-mana',
};
