import { sql } from 'kysely';
import type { Reader } from '../storage.js';

/** How many codes a workspace has; of `active` or of the others alone where that is said. Codes of a file that is still taken have no counters yet. */
export async function countDiscountCodes(
  db: Reader,
  workspaceId: string,
  active: boolean | undefined,
): Promise<number> {
  const counted = db
    .selectFrom('discount_codes')
    .innerJoin('discount_code_usage', (join) =>
      join
        .onRef('discount_code_usage.workspace_id', '=', 'discount_codes.workspace_id')
        .onRef('discount_code_usage.discount_code_id', '=', 'discount_codes.id'),
    )
    .select(sql<number>`count(*)`.as('count'))
    .where('discount_codes.workspace_id', '=', workspaceId);
  const { count } = await (
    active === undefined ? counted : counted.where('active', '=', active ? 1 : 0)
  ).executeTakeFirstOrThrow();
  return Number(count);
}
