import { sql } from 'kysely';
import type { Reader } from '../storage.js';
import type { RedemptionsTable } from '../tables.js';

/** The row of the ledger that has a string's one slot. */
export type StringHolder = Pick<RedemptionsTable, 'id' | 'external_ref' | 'locked_at' | 'redeemed_at'> & {
  readonly string_key: string;
};

/** Who has the slots of these strings, by their canonical keys: paid orders whose use was not given back, and unpaid ones that hold it. */
export async function listStringHolders(
  db: Reader,
  workspaceId: string,
  keys: readonly string[],
): Promise<readonly StringHolder[]> {
  if (keys.length === 0) return [];
  return db
    .selectFrom('redemptions')
    .select(['id', 'external_ref', 'locked_at', 'redeemed_at'])
    .select(({ ref }) => ref('string_key').$notNull().as('string_key'))
    .where('workspace_id', '=', workspaceId)
    .where('string_key', 'in', keys)
    .where(({ and, eb, or }) =>
      or([
        eb('status', '=', sql.lit('redeemed')),
        and([eb('status', '=', sql.lit('reversed')), eb('use_restored', '=', 0)]),
        and([eb('status', '=', sql.lit('locked')), eb('limit_policy', '=', sql.lit('hold'))]),
      ]),
    )
    .execute();
}
