import type { SessionOnWire } from '@hemat/shared/schemas';
import type { Session } from '../../auth/sessions.js';
import type { Deps } from '../deps.js';
import { listMemberships } from './list-memberships.js';

/** Who has signed in and where they belong, as the wire shows it. */
export async function presentSession(
  deps: Pick<Deps, 'storage'>,
  { person, expiresAt }: Session,
): Promise<SessionOnWire> {
  const workspaces = await listMemberships(deps, person);
  return { person, workspaces, expiresAt: new Date(expiresAt).toISOString() };
}
