import type { Texts } from './texts-en.js';

/** The integrations' texts in Indonesian. */
export const textsId: Texts = {
  title: 'Integrasi',
  lead: 'Cara ruang kerja ini dan toko Anda bekerja sama.',
  moduleTitle: 'Marketing',
  moduleText:
    'Kode diskon untuk toko Anda: dibuat di sini, diketik saat checkout, dihitung saat pesanan dibayar.',
  moduleSwitch: 'Modul Marketing',
  fee: (percent) => `Biaya ${percent} dari total pesanan berlaku untuk pesanan dengan potongan.`,
  moduleKept: 'Bila dimatikan, kode menolak semua pembeli. Kode dan riwayatnya tetap ada dan akan kembali.',
  upgradeTitle: 'Paket Anda tidak mencakup Marketing',
  upgradeText:
    'Modul ini ada di Starter dan paket di atasnya. Mintalah pengelola paket untuk menaikkannya, lalu nyalakan di sini.',
  plan: (plan) => `Paket: ${plan}`,
  snippetTitle: 'Pasang di toko Anda',
  snippetText:
    'Tempel ini di tempat checkout menampilkan kolom kode. Hash-nya memastikan pembeli memuat skrip yang sama persis.',
  snippet: 'Potongan kode',
  copySnippet: 'Salin potongan kode',
  snippetCopied: 'Potongan kode disalin.',
  snippetMissing: 'Skrip belum dibangun di layanan ini. Tanyakan kepada pengelolanya.',
  version: (version) => `Versi ${version}`,
  settingsTitle: 'Pengaturan',
  name: 'Nama ruang kerja',
  allowedOrigins: 'Alamat toko yang diizinkan',
  allowedOriginsHint:
    'Satu per baris, misalnya https://toko.example.com atau https://*.example.com. Kosong berarti halaman mana pun boleh menanyakan kode.',
  orderUrlTemplate: 'Alamat pesanan di toko Anda',
  orderUrlTemplateHint:
    'Opsional, misalnya https://toko.example.com/admin/orders/{orderId}. Nomor pesanan di buku pemakaian lalu menuju ke sana.',
  publicReasons: 'Apa yang diketahui pembeli bila kode tidak berlaku?',
  reasons: {
    full: 'Alasannya',
    fullHint: 'Berakhir, habis, minimal belum tercapai: pembeli bisa berbuat sesuatu.',
    generic: 'Hanya bahwa tidak berlaku',
    genericHint: 'Tak seorang pun bisa mencari tahu kode mana yang ada dengan mencoba-coba.',
  },
  defaultCurrency: 'Mata uang',
  timeZone: 'Zona waktu',
  timeZoneHint: 'Hari terakhir kode berakhir pada tengah malamnya.',
  roundingIncrement: 'Bulatkan potongan persen ke bawah menjadi kelipatan',
  roundingIncrementHint: 'Opsional, misalnya 100 bila Anda menerima tunai.',
  defaultLimitPolicy: 'Apa arti batas, bila kode tidak menyebutkannya?',
  policies: {
    honor: 'Tepati janji',
    honorHint: 'Yang memesan mendapatkannya, walau batas penuh sebelum ia membayar.',
    hold: 'Tahan tempat',
    holdHint: 'Pesanan menahan pemakaiannya sebentar, lalu boleh untuk pembeli berikutnya.',
    strict: 'Siapa cepat bayar',
    strictHint: 'Hanya pembayaran yang dihitung.',
  },
  defaultHoldMinutes: 'Ditahan selama, menit',
  save: 'Simpan pengaturan',
  saved: 'Pengaturan disimpan.',
  onlyOwners: 'Pemilik ruang kerja dapat mengubahnya.',
  refused: 'Belum ada yang disimpan. Lihat isian yang ditandai.',
  faults: {
    NOT_A_NUMBER: 'Ini bukan nominal.',
    name: 'Dari 1 sampai 100 karakter.',
    defaultCurrency: 'Mata uang seperti IDR, SGD, atau USD.',
    timeZone: 'Zona waktu seperti Asia/Jakarta.',
    roundingIncrement: 'Lebih dari nol, atau kosongkan.',
    allowedOrigins: 'Tiap baris adalah alamat seperti https://toko.example.com, tanpa jalur.',
    orderUrlTemplate: 'Alamat https yang memuat {orderId} satu kali, di belakang nama toko.',
    defaultHoldMinutes: 'Dari 1 menit sampai 10.080, yaitu seminggu.',
  },
};
