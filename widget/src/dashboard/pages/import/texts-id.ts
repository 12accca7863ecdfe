import type { Texts } from './texts-en.js';

/** The import's texts in Indonesian. */
export const textsId: Texts = {
  title: 'Impor kode',
  lead: 'CSV yang baris pertamanya menyebut nama kolom, misalnya code, type, value, currency, expiresAt. Awal termudah adalah ekspor: hasilnya dapat diimpor lagi tanpa diubah.',
  up: 'Diskon',
  choose: 'Pilih berkas CSV',
  drop: 'atau jatuhkan di sini',
  limits: 'Sampai 10 MB dan 100.000 baris. Tidak ada yang dibuat sebelum Anda memintanya.',
  checking: 'Memeriksa berkas …',
  taking: 'Membuat kode …',
  checkedTitle: 'Yang akan dilakukan berkas ini',
  takenTitle: 'Selesai diimpor',
  rows: 'Baris',
  created: 'Kode baru',
  unchanged: 'Sudah ada, persis sama',
  faulty: 'Baris bermasalah',
  faultsCaption: 'Yang salah, baris demi baris',
  row: 'Baris',
  field: 'Kolom',
  fault: 'Masalah',
  more: (count) => `100 pertama dari ${count} baris bermasalah.`,
  take: (count) => `Buat ${count} kode`,
  takeRest: (count) => `Buat ${count} kode yang tidak bermasalah`,
  nothing: 'Tidak ada yang perlu dibuat dari berkas ini.',
  toList: 'Lihat kodenya',
  codes: {
    CODE_EXISTS: 'Ruang kerja sudah punya kode ini dengan aturan lain.',
    DUPLICATE_CODE: 'Baris sebelumnya di berkas punya kode ini.',
  },
};
