import type { Texts } from './texts-en.js';

/** The texts of the results in Indonesian. */
export const textsId: Texts = {
  title: 'Hasil',
  lead: 'Hasil semua kode bersama, menurut hari pembayaran. Jumlah uang menghitung tiap pesanan sekali, berapa pun kodenya, tanpa pesanan yang uangnya dikembalikan.',
  period: 'Jangka waktu',
  periods: { '30d': '30 hari', '90d': '90 hari', '12m': '12 bulan' },
  currency: 'Mata uang',
  said: (period, uses) => `${period}: ${uses} pemakaian`,
  totals: 'Seluruhnya',
  uses: 'Pemakaian',
  givenAway: 'Total potongan',
  revenue: 'Dibayar pembeli',
  averageOrder: 'Rata-rata pesanan dengan diskon',
  averageBefore: 'Rata-rata pesanan yang sama tanpa diskon',
  byDay: 'Pemakaian per hari',
  day: 'Hari',
  emptyTitle: 'Belum ada pesanan berkode yang dibayar pada masa ini',
  emptyText:
    'Begitu pesanan dengan kode dibayar, hasilnya dihitung di sini: total potongan dan yang dibayar pembeli. Mulailah dengan membuat kode dan membagikannya.',
  emptyAction: 'Diskon baru',
  feeTitle: 'Biaya modul Marketing',
  feeText: (percent) =>
    `Biayanya ${percent} dari yang dibayar pembeli untuk tiap pesanan dengan diskon, termasuk ongkir. Pesanan tanpa kode tidak dikenai biaya. Pengembalian uang tidak mengembalikan biaya.`,
  feeCaption: 'Biaya modul per bulan, terbaru di atas',
  month: 'Bulan',
  soFar: 'sejauh ini',
  orders: 'Pesanan',
  feeBase: 'Total pesanan',
  fee: 'Biaya',
};
