import type { Membership } from '@hemat/shared/schemas';
import { listMemberships as listRows } from '../../storage/repositories/members.js';
import type { Deps } from '../deps.js';
import { roleScopes } from './role-scopes.js';

/** Where a person belongs, by the workspace's name. */
export async function listMemberships(
  { storage }: Pick<Deps, 'storage'>,
  { id }: { readonly id: string },
): Promise<Membership[]> {
  const rows = await listRows(storage.reader, id);
  return rows.map((row) => ({
    id: row.workspace_id,
    slug: row.slug,
    name: row.workspace_name,
    memberId: row.id,
    role: row.role,
    scopes: [...roleScopes[row.role]],
  }));
}
