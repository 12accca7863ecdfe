import type { Texts } from './texts-en.js';

/** The sign-in's texts in Indonesian. */
export const textsId: Texts = {
  title: 'Masuk',
  lead: 'Kode diskon untuk toko Anda, dibuat dan dipantau di satu tempat.',
  email: 'Email',
  password: 'Kata sandi',
  signIn: 'Masuk',
  signingIn: 'Sedang masuk …',
  forgot: 'Lupa kata sandi? Minta tautan atur ulang kepada pengelola layanan ini.',
  wrong: 'Email dan kata sandi tidak cocok.',
  invitedTitle: (workspace) => `Bergabung dengan ${workspace}`,
  invitedLead: {
    owner: 'Anda diundang sebagai pemilik: Anda boleh melakukan semuanya di sana.',
    manager: 'Anda diundang sebagai manajer: Anda membuat kode dan mengurus pesanan.',
    viewer: 'Anda diundang sebagai pengamat: Anda melihat semuanya tanpa mengubah.',
  },
  name: 'Nama Anda',
  newPassword: 'Pilih kata sandi',
  newPasswordHint: 'Minimal 10 karakter.',
  ownPassword: 'Kata sandi Anda',
  ownPasswordHint: 'Anda sudah punya akun: masukkan kata sandinya.',
  join: 'Bergabung',
  resetTitle: 'Pilih kata sandi baru',
  resetLead: 'Semua sesi Anda yang terbuka berakhir, dan sesi baru dimulai di sini.',
  reset: 'Simpan dan masuk',
  deadTitle: 'Tautan ini tidak berlaku lagi',
  deadText: 'Tautan sudah dipakai, ditarik, atau lebih dari tujuh hari. Mintalah yang baru.',
  toSignIn: 'Ke halaman masuk',
  looking: 'Memeriksa tautan …',
};
