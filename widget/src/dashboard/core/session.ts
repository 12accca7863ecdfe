import { HematError, type ManagementClient } from '@hemat/shared/management-client';
import type { Membership, SessionOnWire } from '@hemat/shared/schemas';

/** What a member may do: everything, everything but keys, members and settings, or only look. */
export type Role = Membership['role'];

/** The session of this browser; null where nobody is signed in. Throws HematError where the service cannot be asked. */
export async function findSession({ session }: ManagementClient): Promise<SessionOnWire | null> {
  try {
    return await session.get();
  } catch (error) {
    if (error instanceof HematError && error.status === 401) return null;
    throw error;
  }
}
