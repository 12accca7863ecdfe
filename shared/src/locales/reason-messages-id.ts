import type { ReasonMessages } from './reason-messages.js';

/** Indonesian. */
export const reasonMessagesId: ReasonMessages = {
  CODE_NOT_FOUND: () => 'Kode ini tidak kami kenali. Periksa ejaannya, lalu coba lagi.',
  INACTIVE: () => 'Kode ini sedang tidak aktif. Coba kode lain.',
  NOT_YET_VALID: ({ startsAt }) =>
    startsAt === null
      ? 'Kode ini belum berlaku. Coba lagi nanti.'
      : `Kode ini baru berlaku mulai ${startsAt}. Coba lagi saat itu.`,
  EXPIRED: () => 'Kode ini sudah kedaluwarsa. Coba kode lain.',
  MAX_USES_REACHED: () => 'Kuota kode ini sudah habis. Coba kode lain.',
  CUSTOMER_REQUIRED: () => 'Masuk atau isi data diri Anda untuk memakai kode ini.',
  CUSTOMER_LIMIT_REACHED: () => 'Anda sudah mencapai batas pemakaian kode ini. Coba kode lain.',
  CUSTOMER_NOT_ELIGIBLE: () => 'Kode ini untuk pelanggan lain. Coba kode lain.',
  CURRENCY_MISMATCH: () => 'Kode ini untuk mata uang lain. Coba kode lain.',
  REGION_MISMATCH: () =>
    'Kode ini tidak berlaku di wilayah pengiriman Anda. Periksa alamat atau coba kode lain.',
  MIN_PURCHASE_NOT_MET: ({ shortBy }) =>
    shortBy === null
      ? 'Tambah belanjaan Anda untuk memakai kode ini.'
      : `Tambah belanja ${shortBy} lagi untuk memakai kode ini.`,
  SCOPE_MISMATCH: () => 'Kode ini untuk produk lain. Tambahkan salah satunya untuk memakai kode ini.',
  NOT_COMBINABLE: () =>
    'Kode ini tidak dapat digabung dengan kode lainnya. Hapus kode itu untuk memakai kode ini.',
  NOT_APPLICABLE: () =>
    'Kode ini tidak dapat dipakai untuk pesanan ini. Periksa ejaannya atau coba kode lain.',
};
