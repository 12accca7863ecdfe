import type { Texts } from './texts-en.js';

/** The list's texts in Indonesian. */
export const textsId: Texts = {
  title: 'Diskon',
  lead: 'Semua kode di ruang kerja ini, yang terbaru di atas.',
  create: 'Diskon baru',
  import: 'Impor',
  export: 'Ekspor',
  filters: 'Tampilkan',
  filter: {
    all: 'Semua',
    active: 'Aktif',
    scheduled: 'Terjadwal',
    expiring: 'Segera berakhir',
    used_up: 'Habis',
    archived: 'Diarsipkan',
  },
  search: 'Cari kode, nama, dan judul',
  code: 'Kode',
  gives: 'Memberi',
  uses: 'Pemakaian',
  givenAway: 'Total potongan',
  created: 'Dibuat',
  batch: 'Kode sekali pakai',
  caption: 'Kode diskon',
  loading: 'Memuat kode …',
  loadingMore: 'Memuat lagi …',
  more: 'Tampilkan lagi',
  shown: (count, isAll) => (isAll ? `${count} kode` : `${count} kode ditampilkan, masih ada lagi`),
  usesOf: (uses, cap) => `${uses} / ${cap}`,
  emptyTitle: 'Belum ada kode diskon',
  emptyText:
    'Kode adalah kata yang diketik pembeli saat checkout: SELAMAT10 untuk potongan 10%, ONGKIR untuk gratis ongkir. Beri tiap kampanye kodenya sendiri, dan daftar ini menunjukkan kode mana yang mendatangkan pesanan.',
  emptyAction: 'Buat kode pertama',
  nothingTitle: 'Tidak ada yang cocok',
  nothingText: 'Tidak ada kode yang sesuai dengan saringan dan pencarian ini.',
  showAll: 'Tampilkan semua kode',
  moduleTitle: 'Modul Marketing sedang mati',
  moduleText:
    'Kode diskon termasuk di dalamnya. Nyalakan, dan semua kode beserta riwayatnya kembali; tidak ada yang hilang selama modul mati.',
  toIntegrations: 'Buka Integrasi',
};
