import { statement } from '../statement.js';
import type { Reader, WriteTransaction } from '../storage.js';
import type { ApiKeysTable } from '../tables.js';

const bySecretHash = statement((db, params: { hash: string }) =>
  db.selectFrom('api_keys').selectAll().where('secret_hash', '=', params.hash),
);

const signedByKeyId = statement((db, params: { keyId: string }) =>
  db.selectFrom('api_keys').selectAll().where('key_id', '=', params.keyId).where('kind', '=', 'signed'),
);

const ofWorkspace = statement((db, params: { workspaceId: string }) =>
  db.selectFrom('api_keys').selectAll().where('workspace_id', '=', params.workspaceId).orderBy('id', 'desc'),
);

const touch = statement((db, params: { workspaceId: string; id: string; now: number }) =>
  db
    .updateTable('api_keys')
    .set({ last_used_at: params.now })
    .where('workspace_id', '=', params.workspaceId)
    .where('id', '=', params.id)
    .where((key) => key.or([key('last_used_at', 'is', null), key('last_used_at', '<', params.now)])),
);

/** The bearer or publishable key with this SHA-256 (hex), revoked ones included. */
export function findApiKeyBySecretHash(db: Reader, hash: string): Promise<ApiKeysTable | undefined> {
  return bySecretHash.find(db, { hash });
}

/** The signed key with this `AKIA…`, revoked ones included. */
export function findSignedApiKey(db: Reader, keyId: string): Promise<ApiKeysTable | undefined> {
  return signedByKeyId.find(db, { keyId });
}

export function findApiKey(db: Reader, workspaceId: string, id: string): Promise<ApiKeysTable | undefined> {
  return db
    .selectFrom('api_keys')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .executeTakeFirst();
}

/** What the keys with these ids are called. */
export function listApiKeyNames(
  db: Reader,
  workspaceId: string,
  ids: readonly string[],
): Promise<{ id: string; name: string }[]> {
  if (ids.length === 0) return Promise.resolve([]);
  return db
    .selectFrom('api_keys')
    .select(['id', 'name'])
    .where('workspace_id', '=', workspaceId)
    .where('id', 'in', ids)
    .execute();
}

/** Every key of a workspace, revoked ones included, newest first. */
export function listApiKeys(db: Reader, workspaceId: string): Promise<ApiKeysTable[]> {
  return ofWorkspace.list(db, { workspaceId });
}

export async function insertApiKey(tx: WriteTransaction, row: ApiKeysTable): Promise<void> {
  await tx.insertInto('api_keys').values(row).execute();
}

/** Revokes a key that is not revoked and answers the row; `undefined` where there is none. */
export function revokeApiKey(
  tx: WriteTransaction,
  workspaceId: string,
  id: string,
  now: number,
): Promise<ApiKeysTable | undefined> {
  return tx
    .updateTable('api_keys')
    .set({ revoked_at: now })
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .returningAll()
    .executeTakeFirst();
}

/** Stamps the last use, unless a later one is. */
export async function touchApiKey(
  tx: WriteTransaction,
  workspaceId: string,
  id: string,
  now: number,
): Promise<void> {
  await touch.run(tx, { workspaceId, id, now });
}
