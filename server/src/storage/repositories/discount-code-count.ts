import { sql } from 'kysely';
import type { Reader } from '../storage.js';

/** How many codes a workspace has; of `active` or of the others alone where that is said. */
export async function countDiscountCodes(
  db: Reader,
  workspaceId: string,
  active: boolean | undefined,
): Promise<number> {
  const counted = db
    .selectFrom('discount_codes')
    .select(sql<number>`count(*)`.as('count'))
    .where('workspace_id', '=', workspaceId);
  const { count } = await (
    active === undefined ? counted : counted.where('active', '=', active ? 1 : 0)
  ).executeTakeFirstOrThrow();
  return Number(count);
}
