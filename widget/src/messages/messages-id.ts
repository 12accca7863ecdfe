import { reasonMessagesId } from '@hemat/shared';
import type { GiftFacts, Messages } from './messages.js';

const capped = ({ atMost }: GiftFacts): string => (atMost ? `, maks. ${atMost}` : '');

/** Indonesian. */
export const messagesId: Messages = {
  toggle: 'Punya kode promo?',
  another: 'Tambah kode lain',
  label: 'Kode promo',
  apply: 'Pakai',
  retry: 'Coba lagi',
  checking: 'Memeriksa\u2026',
  codes: 'Kode promo',
  remove: (code) => `Hapus ${code}`,
  useInstead: (code) => `Ganti dengan ${code}`,
  saves: (saving, total) => `Anda hemat ${saving}, total baru ${total}`,
  onLines: (lines) => `Untuk ${lines}`,
  applied: (code) => `${code} dipakai.`,
  removed: (code) => `${code} dihapus.`,
  waiting: (code, sentence) => `${code}: ${sentence}`,
  required: 'Isi kode promo.',
  empty: 'Isi kodenya dulu.',
  mistyped: 'Kode ini sepertinya salah ketik. Periksa hurufnya, atau pakai sekali lagi apa adanya.',
  unavailable: 'Kode belum bisa diperiksa. Coba lagi atau pesan tanpa kode.',
  offline: 'Anda sedang offline. Kode diperiksa begitu tersambung lagi.',
  busy: 'Terlalu banyak percobaan. Tunggu sebentar, lalu coba lagi.',
  reasons: reasonMessagesId,

  promos: 'Promo untuk Anda',
  loading: 'Mencari promo\u2026',
  noPromos: 'Belum ada promo.',
  promosUnavailable: 'Promo belum bisa dimuat.',
  promosExpired: 'Promo ini sudah berakhir.',
  use: 'Pakai',
  used: 'Dipakai',
  saving: (amount) => `Hemat ${amount}`,
  spendMore: (amount) => `Belanja ${amount} lagi`,
  until: (date) => `Sampai ${date}`,
  timeLeft: (time) => `Sisa ${time}`,
  offItems: (gift) => `Diskon ${gift.value}${capped(gift)}`,
  offShipping: (gift) => `Potongan ongkir ${gift.value}${capped(gift)}`,
  freeShipping: 'Gratis ongkir',
};
