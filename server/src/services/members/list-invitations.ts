import type { Invitation, ListInvitationsQuery, PageOnWire } from '@hemat/shared/schemas';
import { listInvitations as listRows } from '../../storage/repositories/invitations.js';
import type { CallDeps } from '../deps.js';
import { done, type Outcome } from '../outcome.js';
import { pageOfRows, readCursor } from '../page-cursor.js';
import { refuseInvalid } from '../refuse-invalid.js';
import { presentInvitation } from './present-member.js';

/** A page of the workspace's open invitations, newest first, without their links. */
export async function listInvitations(
  { storage, workspace, now }: CallDeps,
  { limit, cursor }: ListInvitationsQuery,
): Promise<Outcome<PageOnWire<Invitation>>> {
  const after = cursor === undefined ? undefined : readCursor(cursor);
  if (after === null) {
    return refuseInvalid([{ path: ['cursor'], code: 'custom', message: 'is not a cursor' }]);
  }
  const query = { workspaceId: workspace.id, limit: limit + 1, beforeId: after?.id, now: now() };
  return done(pageOfRows(await listRows(storage.reader, query), limit, presentInvitation));
}
