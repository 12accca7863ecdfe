import type { Member, MemberRole } from '@hemat/shared/schemas';
import { findMember, updateMember } from '../../storage/repositories/members.js';
import type { CallDeps } from '../deps.js';
import { done, refused, type Outcome } from '../outcome.js';
import { recordEffect } from '../record-effect.js';
import { writeOutcome } from '../write-outcome.js';
import { presentMember } from './present-member.js';

/** Whom to change, and into what: another role, or no member any more. */
export interface MemberChange {
  readonly id: string;
  readonly to: MemberRole | 'removed';
}

/** Gives a member another role or removes them, from their next call on. `LAST_OWNER` where no owner would be left. */
export function changeMember(deps: CallDeps, { id, to }: MemberChange): Promise<Outcome<Member>> {
  const { workspace, actor, now } = deps;
  return writeOutcome<Member>(deps.storage, async (tx) => {
    const row = await findMember(tx, workspace.id, id);
    if (row === undefined) return refused({ code: 'NOT_FOUND' });
    const before = presentMember(row);
    if (row.role === to) return done(before);
    const isRemoved = to === 'removed';
    const after = isRemoved ? before : { ...before, role: to };
    const change = { role: after.role, removed_at: isRemoved ? now() : null, updated_at: now() };
    if (!(await updateMember(tx, { workspaceId: workspace.id, id }, change))) {
      return refused({ code: 'LAST_OWNER' });
    }
    await recordEffect(deps, tx, {
      workspaceId: workspace.id,
      actor,
      event: null,
      action: isRemoved ? 'member.removed' : 'member.role_changed',
      target: { type: 'member', id },
      before,
      after: isRemoved ? null : after,
    });
    return done(after);
  });
}
