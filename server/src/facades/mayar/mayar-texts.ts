import { formatMoney, type Reason } from '@hemat/shared';
import type { errorStatus } from '@hemat/shared/schemas';

/** A refusal as Mayar's clients know it: they have no code, the text is the contract. */
export interface MayarText {
  readonly status: number;
  readonly text: string;
}

/** What Mayar says of each error. What it never had to say is said in the manner of the rest. */
export const errorTexts: Readonly<Partial<Record<keyof typeof errorStatus, MayarText>>> = {
  VALIDATION_ERROR: { status: 400, text: 'Validation Error' },
  AUTH_REQUIRED: unauthorized(),
  INVALID_API_KEY: unauthorized(),
  BAD_SIGNATURE: unauthorized(),
  SECRET_KEY_IN_BROWSER: unauthorized(),
  FORBIDDEN: unauthorized(),
  NOT_FOUND: { status: 404, text: 'Kode kupon tidak ditemukan.' },
  CODE_EXISTS: { status: 409, text: 'Coupon code already in use' },
  MARKETING_MODULE_DISABLED: { status: 400, text: 'Gagal! Fitur kode diskon sedang tidak aktif.' },
  RATE_LIMITED: { status: 429, text: 'Too Many Requests' },
  INTERNAL_ERROR: { status: 500, text: 'Internal Server Error' },
};

/** What Mayar says of a code that does not apply; `minimum` is the least purchase, whole rupiah. */
export const reasonTexts: Readonly<Record<Reason, (minimum: number) => MayarText>> = {
  CODE_NOT_FOUND: notFound,
  INACTIVE: refusal('Gagal! Kode diskon ini sudah tidak aktif.'),
  NOT_YET_VALID: refusal('Gagal! Kode diskon ini belum berlaku dan tidak dapat digunakan.'),
  EXPIRED: refusal('Gagal! Kode diskon ini telah kadaluarsa dan tidak dapat digunakan.'),
  MAX_USES_REACHED: refusal(
    'Gagal! Kode diskon telah mencapai batas pemakaian dan tidak dapat digunakan kembali.',
  ),
  CUSTOMER_REQUIRED: refusal('Gagal! Kode diskon ini memerlukan email pelanggan.'),
  CUSTOMER_LIMIT_REACHED: refusal(
    'Gagal! Kode diskon telah mencapai batas pemakaian dan tidak dapat digunakan kembali.',
  ),
  CUSTOMER_NOT_ELIGIBLE: refusal('Gagal! Kode diskon ini tidak berlaku untuk pelanggan ini.'),
  CURRENCY_MISMATCH: notFound,
  REGION_MISMATCH: notFound,
  MIN_PURCHASE_NOT_MET: (minimum) => ({
    status: 400,
    text: `Kode diskon ini hanya berlaku untuk transaksi dengan harga minimal ${formatMoney(minimum, 'IDR', 'id-ID')}.`,
  }),
  // Mayar says the same of a code that is unknown and of one for another product.
  SCOPE_MISMATCH: notFound,
  NOT_COMBINABLE: refusal('Gagal! Kode diskon ini tidak dapat digabungkan dengan kode lain.'),
};

function unauthorized(): MayarText {
  return { status: 401, text: 'Failed authentication! Please check your token authorization.' };
}

function notFound(): MayarText {
  return { status: 404, text: 'Gagal! Kode diskon ini tidak ditemukan.' };
}

function refusal(text: string): () => MayarText {
  return () => ({ status: 400, text });
}
