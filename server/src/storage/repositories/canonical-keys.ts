import { statement } from '../statement.js';
import type { Reader } from '../storage.js';

/** A code's key and when it came. */
export interface KeyRow {
  readonly canonical_key: string;
  readonly created_at: number;
  readonly id: string;
}

const after = statement((db, params: { workspaceId: string; createdAt: number; id: string; limit: number }) =>
  db
    .selectFrom('discount_codes')
    .select(['canonical_key', 'created_at', 'id'])
    .where('workspace_id', '=', params.workspaceId)
    .where((where) =>
      where(where.refTuple('created_at', 'id'), '>', where.tuple(params.createdAt, params.id)),
    )
    .orderBy('created_at')
    .orderBy('id')
    .limit(params.limit),
);

/** The keys of a workspace's codes, archived ones included, oldest first, after a place. */
export function listCanonicalKeys(
  db: Reader,
  params: { workspaceId: string; createdAt: number; id: string; limit: number },
): Promise<KeyRow[]> {
  return after.list(db, params);
}
