import type { Texts } from './texts-en.js';

/** The texts of the audit log in Indonesian. */
export const textsId: Texts = {
  title: 'Riwayat',
  lead: 'Siapa melakukan apa di ruang kerja ini, dan keadaan sebelum dan sesudahnya.',
  from: 'Dari',
  to: 'Sampai',
  target: 'Objek yang diubah',
  targetHint: 'Id-nya, misalnya disc_… atau ak_…',
  actor: 'Diubah oleh',
  actorHint: 'Id kunci atau anggota.',
  show: 'Tampilkan',
  export: 'Unduh (CSV)',
  emptyTitle: 'Tidak ada apa-apa',
  emptyText: 'Tidak ada perubahan yang sesuai dengan saringan ini.',
  notAllowed: 'Hanya pemilik yang membaca riwayat ruang kerja.',
};
