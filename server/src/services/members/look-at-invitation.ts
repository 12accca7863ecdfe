import type { LookAtInvitationAnswer, LookAtInvitationInput } from '@hemat/shared/schemas';
import { findOpenInvitation } from '../../storage/repositories/invitations.js';
import { findPersonByEmail } from '../../storage/repositories/people.js';
import type { Deps } from '../deps.js';
import type { Directory } from '../directory.js';
import { hashKeyText } from '../keys/key-text.js';
import { done, refused, type Outcome } from '../outcome.js';

/** Says where a link leads, and leaves it good. `NOT_FOUND` where it is unknown, used, withdrawn or too old. */
export async function lookAtInvitation(
  { storage, now, directory }: Deps & { readonly directory: Directory },
  { token }: LookAtInvitationInput,
): Promise<Outcome<LookAtInvitationAnswer>> {
  const row = await findOpenInvitation(storage.reader, hashKeyText(token), now());
  const workspace = row && (await directory.findWorkspace(row.workspace_id));
  if (row === undefined || workspace === undefined) return refused({ code: 'NOT_FOUND', field: 'token' });
  const person = row.email === null ? undefined : await findPersonByEmail(storage.reader, row.email);
  return done({
    workspace: { slug: workspace.slug, name: workspace.name },
    email: row.email,
    role: row.role,
    expiresAt: new Date(row.expires_at).toISOString(),
    hasPassword: person !== undefined,
  });
}
