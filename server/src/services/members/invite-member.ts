import type { InviteMemberAnswer, MemberRole } from '@hemat/shared/schemas';
import { linkMs } from '../../auth/limits-of-sign-in.js';
import { insertInvitation, withdrawInvitations } from '../../storage/repositories/invitations.js';
import { findMemberByEmail } from '../../storage/repositories/members.js';
import type { CallDeps } from '../deps.js';
import { hashKeyText } from '../keys/key-text.js';
import { done, type Outcome } from '../outcome.js';
import { recordEffect } from '../record-effect.js';
import { refuseInvalid } from '../refuse-invalid.js';
import { writeOutcome } from '../write-outcome.js';
import { presentInvitation } from './present-member.js';

/** Whom to invite; without an `email` whoever has the link chooses it. */
export interface NewInvitation {
  readonly email: string | null;
  readonly role: MemberRole;
  /** Where the link leads; its token follows behind a `#`, which browsers keep to themselves. */
  readonly page: string;
}

/** Makes a link that works once, for seven days, and is shown here and nowhere else. Earlier ones to the same address end. */
export async function inviteMember(
  deps: CallDeps,
  { email, role, page }: NewInvitation,
): Promise<Outcome<InviteMemberAnswer>> {
  const { workspace, actor, now, newId, randomBytes } = deps;
  const token = Buffer.from(randomBytes(32)).toString('base64url');
  const createdAt = now();
  const row = {
    workspace_id: workspace.id,
    id: newId('inv'),
    email,
    role,
    token_hash: hashKeyText(token),
    created_at: createdAt,
    expires_at: createdAt + linkMs,
    accepted_at: null,
    withdrawn_at: null,
  };
  const invitation = presentInvitation(row);
  return writeOutcome<InviteMemberAnswer>(deps.storage, async (tx) => {
    if (email !== null && (await findMemberByEmail(tx, workspace.id, email)) !== undefined) {
      return refuseInvalid([{ path: ['email'], code: 'taken', message: 'belongs to a member' }]);
    }
    if (email !== null) await withdrawInvitations(tx, workspace.id, { email }, createdAt);
    await insertInvitation(tx, row);
    await recordEffect(deps, tx, {
      workspaceId: workspace.id,
      actor,
      event: null,
      action: 'member.invited',
      target: { type: 'invitation', id: row.id },
      before: null,
      after: invitation,
    });
    return done({ invitation, link: `${page}#${token}` });
  });
}
