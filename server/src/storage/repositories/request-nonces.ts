import { columns, statement } from '../statement.js';
import type { WriteTransaction } from '../storage.js';
import type { RequestNoncesTable } from '../tables.js';

const insert = statement((db, row: RequestNoncesTable) =>
  db
    .insertInto('request_nonces')
    .values(columns(row, ['workspace_id', 'key_id', 'nonce', 'expires_at']))
    .onConflict((conflict) => conflict.doNothing())
    .returning('nonce'),
);

/** Remembers a nonce; false where the key has used it before. */
export async function insertRequestNonce(tx: WriteTransaction, row: RequestNoncesTable): Promise<boolean> {
  return (await insert.find(tx, row)) !== undefined;
}

/** Forgets the nonces that are over at `now`; answers how many. */
export async function purgeRequestNonces(tx: WriteTransaction, now: number): Promise<number> {
  const { numDeletedRows } = await tx
    .deleteFrom('request_nonces')
    .where('expires_at', '<=', now)
    .executeTakeFirst();
  return Number(numDeletedRows);
}
