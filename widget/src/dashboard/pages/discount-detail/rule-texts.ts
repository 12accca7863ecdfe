import type { Language } from '../../core/language.js';

const en = {
  gives: (gift: string) => `Gives ${gift.charAt(0).toLowerCase()}${gift.slice(1)}.`,
  onProducts: (list: string) => `Only on the products ${list}.`,
  onTags: (list: string) => `Only on products tagged ${list}.`,
  from: (amount: string) => `From a purchase of ${amount} on.`,
  always: 'Works from now on, without an end.',
  since: (start: string) => `Works from ${start} on, without an end.`,
  until: (end: string) => `Works until ${end}.`,
  between: (start: string, end: string) => `Works from ${start} until ${end}.`,
  forNew: 'For new customers only.',
  forReturning: 'For returning customers only.',
  usesFree: 'May be used as often as anybody likes.',
  usesTotal: (total: string) => `May be used ${total} times in all.`,
  usesEach: (each: string) => `May be used ${each} times by each customer.`,
  usesBoth: (total: string, each: string) =>
    `May be used ${total} times in all, ${each} times by each customer.`,
  eachOnce: 'Each of its codes is good once.',
  honor: 'Who ordered with it gets it, even when the cap fills before they pay.',
  hold: (minutes: string) =>
    `An order holds its use for ${minutes} minutes; unpaid in time, it goes to the next.`,
  strict: 'Only payments count: who pays after the last use was taken is refused.',
  shippedTo: (list: string) => `Only for orders shipped to ${list}.`,
  alone: 'Used alone, beside no other code.',
  beside: (list: string) => `May stand beside codes on ${list}.`,
  classes: { products: 'chosen products', cart: 'the whole cart', shipping: 'shipping' },
  shown: 'Shown to buyers in the promo box.',
  hidden: 'Private: works for who knows it.',
};

const id: typeof en = {
  gives: (gift) => `Memberi ${gift.charAt(0).toLowerCase()}${gift.slice(1)}.`,
  onProducts: (list) => `Hanya untuk produk ${list}.`,
  onTags: (list) => `Hanya untuk produk bertanda ${list}.`,
  from: (amount) => `Mulai belanja ${amount}.`,
  always: 'Berlaku mulai sekarang, tanpa akhir.',
  since: (start) => `Berlaku mulai ${start}, tanpa akhir.`,
  until: (end) => `Berlaku sampai ${end}.`,
  between: (start, end) => `Berlaku dari ${start} sampai ${end}.`,
  forNew: 'Hanya untuk pelanggan baru.',
  forReturning: 'Hanya untuk pelanggan lama.',
  usesFree: 'Boleh dipakai tanpa batas.',
  usesTotal: (total) => `Boleh dipakai ${total} kali seluruhnya.`,
  usesEach: (each) => `Boleh dipakai ${each} kali oleh tiap pelanggan.`,
  usesBoth: (total, each) => `Boleh dipakai ${total} kali seluruhnya, ${each} kali oleh tiap pelanggan.`,
  eachOnce: 'Tiap kodenya berlaku satu kali.',
  honor: 'Yang memesan dengannya tetap mendapatkannya, walau batas penuh sebelum ia membayar.',
  hold: (minutes) =>
    `Pesanan menahan pemakaiannya ${minutes} menit; bila tak dibayar, menjadi milik yang berikutnya.`,
  strict: 'Hanya pembayaran yang dihitung: yang membayar setelah pemakaian terakhir diambil ditolak.',
  shippedTo: (list) => `Hanya untuk pesanan yang dikirim ke ${list}.`,
  alone: 'Dipakai sendiri, tanpa kode lain.',
  beside: (list) => `Boleh bersama kode untuk ${list}.`,
  classes: { products: 'produk tertentu', cart: 'seluruh keranjang', shipping: 'ongkir' },
  shown: 'Terlihat pembeli di kotak promo.',
  hidden: 'Pribadi: berlaku bagi yang mengetahuinya.',
};

/** The sentences a rule is told in, in each language. */
export const ruleTexts: Readonly<Record<Language, typeof en>> = { en, id };
