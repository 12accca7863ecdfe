import type { Reader, WriteTransaction } from '../storage.js';
import type { InvitationsTable } from '../member-tables.js';

/** Open invitations of a workspace, newest first. */
export function listInvitations(
  db: Reader,
  query: { workspaceId: string; limit: number; beforeId: string | undefined; now: number },
): Promise<InvitationsTable[]> {
  const { workspaceId, limit, beforeId, now } = query;
  const rows = open(db, now).where('workspace_id', '=', workspaceId).orderBy('id', 'desc').limit(limit);
  return (beforeId === undefined ? rows : rows.where('id', '<', beforeId)).execute();
}

/** The open invitation of a link, by its token's SHA-256 (hex). */
export function findOpenInvitation(
  db: Reader,
  tokenHash: string,
  now: number,
): Promise<InvitationsTable | undefined> {
  return open(db, now).where('token_hash', '=', tokenHash).executeTakeFirst();
}

export async function insertInvitation(tx: WriteTransaction, row: InvitationsTable): Promise<void> {
  await tx.insertInto('invitations').values(row).execute();
}

/** Uses an open invitation up; false where somebody else was first. */
export async function takeInvitation(
  tx: WriteTransaction,
  { workspace_id, id }: Pick<InvitationsTable, 'workspace_id' | 'id'>,
  now: number,
): Promise<boolean> {
  const taken = await tx
    .updateTable('invitations')
    .set({ accepted_at: now })
    .where('workspace_id', '=', workspace_id)
    .where('id', '=', id)
    .where('accepted_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .where('expires_at', '>', now)
    .returning('id')
    .executeTakeFirst();
  return taken !== undefined;
}

/** Ends open invitations of a workspace, the one with `id` or those to `email`, and answers them. */
export function withdrawInvitations(
  tx: WriteTransaction,
  workspaceId: string,
  which: { readonly id: string } | { readonly email: string },
  now: number,
): Promise<InvitationsTable[]> {
  const rows = tx
    .updateTable('invitations')
    .set({ withdrawn_at: now })
    .where('workspace_id', '=', workspaceId)
    .where('accepted_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .where('expires_at', '>', now);
  const chosen = 'id' in which ? rows.where('id', '=', which.id) : rows.where('email', '=', which.email);
  return chosen.returningAll().execute();
}

function open(db: Reader, now: number) {
  return db
    .selectFrom('invitations')
    .selectAll()
    .where('accepted_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .where('expires_at', '>', now);
}
