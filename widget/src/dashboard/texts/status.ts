import type { DiscountCodeStatus } from '@hemat/shared/schemas';
import type { Language } from '../core/language.js';
import type { PillTone } from '../parts/status-pill.js';

/** Where a code stands, in each language. */
export const statusTexts: Readonly<Record<Language, Readonly<Record<DiscountCodeStatus, string>>>> = {
  en: {
    scheduled: 'scheduled',
    active: 'active',
    paused: 'paused',
    expired: 'expired',
    used_up: 'used up',
    archived: 'archived',
  },
  id: {
    scheduled: 'terjadwal',
    active: 'aktif',
    paused: 'dijeda',
    expired: 'berakhir',
    used_up: 'habis',
    archived: 'diarsipkan',
  },
};

/** How each is dressed. */
export const statusTones: Readonly<Record<DiscountCodeStatus, PillTone>> = {
  scheduled: 'waiting',
  active: 'good',
  paused: 'waiting',
  expired: 'quiet',
  used_up: 'quiet',
  archived: 'quiet',
};
