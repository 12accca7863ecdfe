import type { Texts } from './texts-en.js';

/** The texts of “What would it cost?” in Indonesian. */
export const textsId: Texts = {
  title: 'Berapa biayanya?',
  lead: 'Coba potongan pada pesanan yang sudah ada. Berkas dibaca di peramban Anda oleh mesin yang memutuskan saat checkout; tidak ada yang diunggah.',
  ruleTitle: 'Potongan apa?',
  rule: 'Potongan',
  newPercent: 'Sebuah persentase',
  newFixed: 'Sebuah nominal',
  percent: 'Persen',
  amount: 'Nominal',
  minimum: 'Belanja minimal',
  fileTitle: 'Pesanan yang mana?',
  choose: 'Pilih berkas CSV',
  drop: 'atau jatuhkan di sini',
  columns:
    'Satu baris per pesanan dengan subtotal, atau satu baris per barang dengan order_id, quantity, dan unit_price. Dibaca juga: tanggal, ongkir, product_id, tags, currency, country.',
  counting: (file) => `Menghitung ${file} …`,
  counted: (file) => `${file} selesai dihitung`,
  cost: 'Total potongan',
  touched: 'Pesanan yang kena',
  touchedOf: (touched, all) => `${touched} dari ${all}`,
  share: 'Dari nilainya',
  average: 'Per pesanan',
  byDay: 'Per hari',
  byDayCaption: 'Total potongan bila berlaku, hari demi hari',
  day: 'Hari',
  noDay: 'tanpa tanggal',
  orders: 'Pesanan',
  skipped: (count) => `${count} baris dengan jumlah yang tak terbaca dilewati.`,
  otherCurrency: (count) => `${count} pesanan dalam mata uang lain dilewati.`,
  limits:
    'Batas pemakaian dan siapa pelanggannya tidak diketahui dari berkas, jadi tidak dihitung: biaya nyata bisa lebih rendah.',
  faults: {
    NO_AMOUNT: 'Baris pertama tidak menyebut kolom jumlah, seperti subtotal atau unit_price.',
    UNREADABLE: 'Berkas tidak dapat dibaca.',
    NO_RULE: 'Isi apa yang diberikan: persentase 0,01 sampai 100, atau sebuah nominal.',
  },
};
