import type { OneTimeString } from '@hemat/shared/schemas';
import type { OneTimeStringsTable } from '../../storage/one-time-tables.js';
import { listStringHolders, type StringHolder } from '../../storage/repositories/string-holders.js';
import type { Reader } from '../../storage/storage.js';

/** Strings of one workspace as the wire shows them, each with the order that has it. */
export async function presentStrings(
  db: Reader,
  workspaceId: string,
  rows: readonly OneTimeStringsTable[],
): Promise<OneTimeString[]> {
  const taken = rows.filter((row) => stateOf(row) !== 'unused').map(({ canonical_key }) => canonical_key);
  const holders = await listStringHolders(db, workspaceId, taken);
  const holderOf = new Map(holders.map((holder) => [holder.string_key, holder]));
  return rows.map((row) => presentString(row, holderOf.get(row.canonical_key)));
}

function presentString(row: OneTimeStringsTable, holder: StringHolder | undefined): OneTimeString {
  const takenAt = holder?.redeemed_at ?? holder?.locked_at ?? null;
  return {
    code: row.code,
    state: stateOf(row),
    orderId: holder?.external_ref ?? null,
    redemptionId: holder?.id ?? null,
    takenAt: takenAt === null ? null : new Date(takenAt).toISOString(),
  };
}

function stateOf({ uses_total, holds_total }: OneTimeStringsTable): OneTimeString['state'] {
  return uses_total > 0 ? 'used' : holds_total > 0 ? 'held' : 'unused';
}
