import type { AuditEntry } from '@hemat/shared/schemas';
import type { Language } from '../core/language.js';

/** How a history is told. */
interface HistoryTexts {
  readonly actors: Readonly<Record<AuditEntry['actor']['kind'], string>>;
  /** By the action of the audit log; one that is not here is shown as it is. */
  readonly actions: Readonly<Record<string, string>>;
}

/** How a history is told, in each language. */
export const historyTexts: Readonly<Record<Language, HistoryTexts>> = {
  en: {
    actors: { api_key: 'by the key', member: 'by the member', system: 'by the service' },
    actions: {
      'discount_code.created': 'Code made',
      'discount_code.updated': 'Code changed',
      'discount_code.archived': 'Code archived',
      'redemption.locked': 'Discount locked on an order',
      'redemption.redeemed': 'Use counted',
      'redemption.released': 'Discount of a cancelled order given back',
      'redemption.expired': 'Hold of an unpaid order ran out',
      'redemption.reversed': 'Discount of a refunded order reversed',
      'discount_code.strings_exported': 'One-time codes downloaded',
      'discount_codes.imported': 'Codes imported',
      'workspace.created': 'Workspace made',
      'workspace.updated': 'Settings changed',
      'module.enabled': 'Marketing switched on',
      'module.disabled': 'Marketing switched off',
      'api_key.created': 'Key made',
      'api_key.revoked': 'Key revoked',
      'api_key.used_in_browser': 'Secret key sent by a web page',
      'member.invited': 'Member invited',
      'member.joined': 'Member joined',
      'member.role_changed': 'Role changed',
      'member.removed': 'Member removed',
      'member.invitation_withdrawn': 'Invitation withdrawn',
      'member.password_link_made': 'Password link made',
      'webhook_endpoint.created': 'Webhook endpoint added',
      'webhook_endpoint.updated': 'Webhook endpoint changed',
      'webhook_endpoint.deleted': 'Webhook endpoint removed',
      'webhook_endpoint.secret_rotated': 'Webhook secret rotated',
      'webhook_endpoint.disabled': 'Webhook endpoint switched off after failures',
      'webhook_endpoint.tested': 'Test event sent',
      'webhook_event.retried': 'Webhook event sent again',
      'counter.repaired': 'Counter repaired from the ledger',
    },
  },
  id: {
    actors: { api_key: 'oleh kunci', member: 'oleh anggota', system: 'oleh layanan' },
    actions: {
      'discount_code.created': 'Kode dibuat',
      'discount_code.updated': 'Kode diubah',
      'discount_code.archived': 'Kode diarsipkan',
      'redemption.locked': 'Potongan dikunci pada pesanan',
      'redemption.redeemed': 'Pemakaian dihitung',
      'redemption.released': 'Potongan pesanan batal dikembalikan',
      'redemption.expired': 'Masa tahan pesanan habis',
      'redemption.reversed': 'Potongan pesanan yang uangnya kembali dibatalkan',
      'discount_code.strings_exported': 'Kode sekali pakai diunduh',
      'discount_codes.imported': 'Kode diimpor',
      'workspace.created': 'Ruang kerja dibuat',
      'workspace.updated': 'Pengaturan diubah',
      'module.enabled': 'Marketing dinyalakan',
      'module.disabled': 'Marketing dimatikan',
      'api_key.created': 'Kunci dibuat',
      'api_key.revoked': 'Kunci dicabut',
      'api_key.used_in_browser': 'Kunci rahasia dikirim halaman web',
      'member.invited': 'Anggota diundang',
      'member.joined': 'Anggota bergabung',
      'member.role_changed': 'Peran diubah',
      'member.removed': 'Anggota dikeluarkan',
      'member.invitation_withdrawn': 'Undangan ditarik',
      'member.password_link_made': 'Tautan kata sandi dibuat',
      'webhook_endpoint.created': 'Titik webhook ditambahkan',
      'webhook_endpoint.updated': 'Titik webhook diubah',
      'webhook_endpoint.deleted': 'Titik webhook dihapus',
      'webhook_endpoint.secret_rotated': 'Rahasia webhook diganti',
      'webhook_endpoint.disabled': 'Titik webhook dimatikan setelah gagal',
      'webhook_endpoint.tested': 'Peristiwa uji dikirim',
      'webhook_event.retried': 'Peristiwa webhook dikirim ulang',
      'counter.repaired': 'Penghitung diperbaiki dari buku',
    },
  },
};
