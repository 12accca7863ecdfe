import type { ListMembersQuery, Member, PageOnWire } from '@hemat/shared/schemas';
import { listMembers as listRows } from '../../storage/repositories/members.js';
import type { CallDeps } from '../deps.js';
import { done, type Outcome } from '../outcome.js';
import { pageOfRows, readCursor } from '../page-cursor.js';
import { refuseInvalid } from '../refuse-invalid.js';
import { presentMember } from './present-member.js';

/** A page of the workspace's members, newest first. */
export async function listMembers(
  { storage, workspace }: CallDeps,
  { limit, cursor }: ListMembersQuery,
): Promise<Outcome<PageOnWire<Member>>> {
  const after = cursor === undefined ? undefined : readCursor(cursor);
  if (after === null) {
    return refuseInvalid([{ path: ['cursor'], code: 'custom', message: 'is not a cursor' }]);
  }
  const query = { workspaceId: workspace.id, limit: limit + 1, beforeId: after?.id };
  return done(pageOfRows(await listRows(storage.reader, query), limit, presentMember));
}
