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

const batches = statement((db, params: { workspaceId: string }) =>
  db
    .selectFrom('string_batches')
    .select(['discount_code_id', 'done'])
    .where('workspace_id', '=', params.workspaceId),
);

const strings = statement(
  (db, params: { workspaceId: string; discountCodeId: string; after: number; limit: number }) =>
    db
      .selectFrom('one_time_strings')
      .select(['canonical_key', 'position'])
      .where('workspace_id', '=', params.workspaceId)
      .where('discount_code_id', '=', params.discountCodeId)
      .where('position', '>', params.after)
      .orderBy('position')
      .limit(params.limit),
);

/** A workspace's batches of one-time strings, and up to which place each is generated. */
export function listBatchesDone(
  db: Reader,
  params: { workspaceId: string },
): Promise<{ discount_code_id: string; done: number }[]> {
  return batches.list(db, params);
}

/** The keys of a batch's strings in their order, after a place. */
export function listStringKeys(
  db: Reader,
  params: { workspaceId: string; discountCodeId: string; after: number; limit: number },
): Promise<{ canonical_key: string; position: number }[]> {
  return strings.list(db, params);
}
