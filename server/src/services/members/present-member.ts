import type { Invitation, Member } from '@hemat/shared/schemas';
import type { MemberRow } from '../../storage/repositories/members.js';
import type { InvitationsTable } from '../../storage/member-tables.js';

/** A member as the wire shows them. */
export function presentMember(row: MemberRow): Member {
  return {
    id: row.id,
    personId: row.user_id,
    email: row.email,
    name: row.name,
    role: row.role,
    createdAt: new Date(row.created_at).toISOString(),
  };
}

/** An invitation without its token. */
export function presentInvitation(row: InvitationsTable): Invitation {
  return {
    id: row.id,
    email: row.email,
    role: row.role,
    createdAt: new Date(row.created_at).toISOString(),
    expiresAt: new Date(row.expires_at).toISOString(),
  };
}
