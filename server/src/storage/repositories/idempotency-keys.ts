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

/** The claim that began at `created_at`: no other has its start, as one can only follow when it is over. */
type ClaimedRow = Pick<IdempotencyKeysTable, 'workspace_id' | 'scope_hash' | 'created_at'>;

const update = statement(
  (db, row: ClaimedRow & Pick<IdempotencyKeysTable, 'status' | 'body' | 'expires_at'>) =>
    db
      .updateTable('idempotency_keys')
      .set(columns(row, ['status', 'body', 'expires_at']))
      .where('workspace_id', '=', row.workspace_id)
      .where('scope_hash', '=', row.scope_hash)
      .where('created_at', '=', row.created_at)
      .where('status', 'is', null),
);

const remove = statement((db, row: ClaimedRow) =>
  db
    .deleteFrom('idempotency_keys')
    .where('workspace_id', '=', row.workspace_id)
    .where('scope_hash', '=', row.scope_hash)
    .where('created_at', '=', row.created_at)
    .where('status', 'is', null),
);

/** Prolongs or answers a claim; false where it is no longer held. */
export async function updateIdempotencyClaim(
  tx: WriteTransaction,
  row: ClaimedRow & Pick<IdempotencyKeysTable, 'status' | 'body' | 'expires_at'>,
): Promise<boolean> {
  return (await update.run(tx, row)) > 0;
}

/** Gives a claim up; nothing where it is no longer held. */
export async function removeIdempotencyClaim(tx: WriteTransaction, row: ClaimedRow): Promise<void> {
  await remove.run(tx, row);
}

/** A claim whose holder was held up may still be prolonged, as long as nobody else took the key. */
const keptClaimMs = 60 * 60 * 1000;

/** Removes the keys that are over at `now`; answers how many. */
export async function purgeIdempotencyKeys(tx: WriteTransaction, now: number): Promise<number> {
  const { numDeletedRows } = await tx
    .deleteFrom('idempotency_keys')
    .where('expires_at', '<=', now)
    .where((row) => row.or([row('status', 'is not', null), row('expires_at', '<=', now - keptClaimMs)]))
    .executeTakeFirst();
  return Number(numDeletedRows);
}
