import { sql } from 'kysely';
import { statement } from '../statement.js';
import type { Reader, WriteTransaction } from '../storage.js';
import { lockWorkspace } from './workspaces.js';
import type { MembersTable } from '../member-tables.js';

/** A member and who it is. */
export interface MemberRow extends MembersTable {
  readonly email: string;
  readonly name: string;
}

/** A member and the workspace they belong to. */
export interface MembershipRow extends MembersTable {
  readonly slug: string;
  readonly workspace_name: string;
}

const ofPerson = statement((db, params: { userId: string }) =>
  db
    .selectFrom('members')
    .innerJoin('workspaces', 'workspaces.id', 'members.workspace_id')
    .selectAll('members')
    .select(['workspaces.slug', 'workspaces.name as workspace_name'])
    .where('members.user_id', '=', params.userId)
    .where('members.removed_at', 'is', null)
    .orderBy('workspaces.name')
    .orderBy('workspaces.id'),
);

/** Where a person belongs, by the workspace's name. */
export function listMemberships(db: Reader, userId: string): Promise<MembershipRow[]> {
  return ofPerson.list(db, { userId });
}

/** Members of a workspace, newest first; those who were removed are left out. */
export function listMembers(
  db: Reader,
  { workspaceId, limit, beforeId }: { workspaceId: string; limit: number; beforeId: string | undefined },
): Promise<MemberRow[]> {
  const rows = withPerson(db)
    .where('members.workspace_id', '=', workspaceId)
    .where('members.removed_at', 'is', null)
    .orderBy('members.id', 'desc')
    .limit(limit);
  return (beforeId === undefined ? rows : rows.where('members.id', '<', beforeId)).execute();
}

export function findMember(db: Reader, workspaceId: string, id: string): Promise<MemberRow | undefined> {
  return withPerson(db)
    .where('members.workspace_id', '=', workspaceId)
    .where('members.id', '=', id)
    .where('members.removed_at', 'is', null)
    .executeTakeFirst();
}

export function findMemberByEmail(
  db: Reader,
  workspaceId: string,
  email: string,
): Promise<MemberRow | undefined> {
  return withPerson(db)
    .where('members.workspace_id', '=', workspaceId)
    .where('auth_users.email', '=', email)
    .where('members.removed_at', 'is', null)
    .executeTakeFirst();
}

/** E-mail addresses of the members with these ids, removed ones included. */
export function listMemberNames(
  db: Reader,
  workspaceId: string,
  ids: readonly string[],
): Promise<{ id: string; name: string }[]> {
  if (ids.length === 0) return Promise.resolve([]);
  return db
    .selectFrom('members')
    .innerJoin('auth_users', 'auth_users.id', 'members.user_id')
    .select(['members.id', 'auth_users.email as name'])
    .where('members.workspace_id', '=', workspaceId)
    .where('members.id', 'in', ids)
    .execute();
}

/** Adds a person to a workspace; one who was removed comes back under the same id. False where they are a member already. */
export async function insertMember(tx: WriteTransaction, row: MembersTable): Promise<string | null> {
  const kept = await tx
    .insertInto('members')
    .values(row)
    .onConflict((conflict) =>
      conflict
        .columns(['user_id', 'workspace_id'])
        .doUpdateSet({ role: row.role, updated_at: row.updated_at, removed_at: null })
        .where('members.removed_at', 'is not', null),
    )
    .returning('id')
    .executeTakeFirst();
  return kept?.id ?? null;
}

/**
 * Gives a member another role, or removes them, unless that would leave the workspace without an owner. False where it would, or
 * where there is no such member.
 */
export async function updateMember(
  tx: WriteTransaction,
  { workspaceId, id }: { readonly workspaceId: string; readonly id: string },
  change: {
    readonly role: MembersTable['role'];
    readonly removed_at: number | null;
    readonly updated_at: number;
  },
): Promise<boolean> {
  // One after the other, so that two owners who remove each other do not both find the other still there.
  await lockWorkspace(tx, workspaceId);
  const keepsOwner = change.role === 'owner' && change.removed_at === null;
  const others = sql<boolean>`exists (select 1 from members as other where other.workspace_id = ${workspaceId}
    and other.id <> ${id} and other.role = 'owner' and other.removed_at is null)`;
  const changed = await tx
    .updateTable('members')
    .set(change)
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .where('removed_at', 'is', null)
    .where((where) => (keepsOwner ? where.lit(true) : where.or([where('role', '<>', 'owner'), others])))
    .returning('id')
    .executeTakeFirst();
  return changed !== undefined;
}

function withPerson(db: Reader) {
  return db
    .selectFrom('members')
    .innerJoin('auth_users', 'auth_users.id', 'members.user_id')
    .selectAll('members')
    .select(['auth_users.email', 'auth_users.name']);
}
