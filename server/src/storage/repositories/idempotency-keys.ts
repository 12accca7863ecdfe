import { columns, statement } from '../statement.js';
import type { Reader, WriteTransaction } from '../storage.js';
import type { IdempotencyKeysTable } from '../tables.js';

/** One key of one caller on one call. */
export interface IdempotencyScope {
  readonly workspaceId: string;
  readonly scopeHash: string;
}

const byScope = statement((db, params: IdempotencyScope) =>
  db
    .selectFrom('idempotency_keys')
    .selectAll()
    .where('workspace_id', '=', params.workspaceId)
    .where('scope_hash', '=', params.scopeHash),
);

/** A row that is over gives way to a new one. */
const take = statement((db, row: IdempotencyKeysTable) =>
  db
    .insertInto('idempotency_keys')
    .values(
      columns(row, [
        'workspace_id',
        'scope_hash',
        'request_hash',
        'status',
        'body',
        'created_at',
        'expires_at',
      ]),
    )
    .onConflict((conflict) =>
      conflict
        .columns(['workspace_id', 'scope_hash'])
        .doUpdateSet({
          request_hash: row.request_hash,
          status: row.status,
          body: row.body,
          created_at: row.created_at,
          expires_at: row.expires_at,
        })
        .where('idempotency_keys.expires_at', '<=', row.created_at),
    )
    .returning('scope_hash'),
);

export function findIdempotencyKey(
  db: Reader,
  scope: IdempotencyScope,
): Promise<IdempotencyKeysTable | undefined> {
  return byScope.find(db, scope);
}

/** Claims the key; false where it is in flight or answered, and not over at the row's `created_at`. */
export async function takeIdempotencyKey(tx: WriteTransaction, row: IdempotencyKeysTable): Promise<boolean> {
  return (await take.find(tx, row)) !== undefined;
}

/** Removes the keys that are over at `now`; answers how many. */
export async function purgeIdempotencyKeys(tx: WriteTransaction, now: number): Promise<number> {
  const { numDeletedRows } = await tx
    .deleteFrom('idempotency_keys')
    .where('expires_at', '<=', now)
    .executeTakeFirst();
  return Number(numDeletedRows);
}
