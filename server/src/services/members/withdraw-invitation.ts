import type { Invitation } from '@hemat/shared/schemas';
import { withdrawInvitations } from '../../storage/repositories/invitations.js';
import type { CallDeps } from '../deps.js';
import { done, refused, type Outcome } from '../outcome.js';
import { recordEffect } from '../record-effect.js';
import { writeOutcome } from '../write-outcome.js';
import { presentInvitation } from './present-member.js';

/** Ends an open invitation; its link works no more. `NOT_FOUND` where it is not open. */
export function withdrawInvitation(deps: CallDeps, id: string): Promise<Outcome<Invitation>> {
  const { workspace, actor, now } = deps;
  return writeOutcome<Invitation>(deps.storage, async (tx) => {
    const [row] = await withdrawInvitations(tx, workspace.id, { id }, now());
    if (row === undefined) return refused({ code: 'NOT_FOUND' });
    const invitation = presentInvitation(row);
    await recordEffect(deps, tx, {
      workspaceId: workspace.id,
      actor,
      event: null,
      action: 'member.invitation_withdrawn',
      target: { type: 'invitation', id },
      before: invitation,
      after: null,
    });
    return done(invitation);
  });
}
