import type { Invitation, InviteMemberAnswer, InviteMemberInput } from '../schemas/invitation.js';
import type { Member, MemberRole } from '../schemas/member.js';
import type { PageOnWire } from '../schemas/page.js';
import type { CallOptions, PostOptions } from './call-options.js';
import type { PageQuery } from './list-all.js';
import type { Transport } from './transport.js';

/** Who belongs to the workspace. Every call throws HematError. */
export interface MemberCalls {
  /** One page, newest first. */
  list(query?: PageQuery, options?: CallOptions): Promise<PageOnWire<Member>>;
  /** The link is in this answer and nowhere else. */
  invite(input: InviteMemberInput, options?: PostOptions): Promise<InviteMemberAnswer>;
  /** `LAST_OWNER` where nobody else could change members then. */
  changeRole(id: string, role: MemberRole, options?: CallOptions): Promise<Member>;
  /** `LAST_OWNER` as above. */
  remove(id: string, options?: CallOptions): Promise<Member>;
  /** Open invitations, newest first, without their links. */
  listInvitations(query?: PageQuery, options?: CallOptions): Promise<PageOnWire<Invitation>>;
  withdrawInvitation(id: string, options?: CallOptions): Promise<Invitation>;
}

/** The calls on `/v1/members` and `/v1/invitations`. */
export function createMemberCalls(transport: Transport): MemberCalls {
  const path = (id: string) => `members/${encodeURIComponent(id)}`;
  return {
    list: (query = {}, options) => transport.get('members', { ...query }, options),
    invite: (input, options) => transport.post('members', input, options),
    changeRole: (id, role, options) => transport.patch(path(id), { role }, options),
    remove: (id, options) => transport.delete(path(id), options),
    listInvitations: (query = {}, options) => transport.get('invitations', { ...query }, options),
    withdrawInvitation: (id, options) => transport.delete(`invitations/${encodeURIComponent(id)}`, options),
  };
}
