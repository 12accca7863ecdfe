import type { OneTimeString } from '@hemat/shared/schemas';
import type { OneTimeStringsTable } from '../../storage/one-time-tables.js';

/** A string as the wire shows it. */
export function presentString({ code, uses_total, holds_total }: OneTimeStringsTable): OneTimeString {
  return { code, state: uses_total > 0 ? 'used' : holds_total > 0 ? 'held' : 'unused' };
}
