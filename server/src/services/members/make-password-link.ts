import type { Passwords } from '../../auth/passwords.js';
import { listMemberships } from '../../storage/repositories/members.js';
import { findPersonByEmail } from '../../storage/repositories/people.js';
import type { Actor, Deps } from '../deps.js';
import { done, refused, type Outcome } from '../outcome.js';
import { recordEffect } from '../record-effect.js';

/** Whose password, and where the link leads; its token follows behind a `#`, which browsers keep to themselves. */
export interface PasswordLinkFor {
  readonly email: string;
  readonly page: string;
}

/**
 * A link that sets a person a new password, once, within seven days; each of their workspaces has it in its audit log. For an
 * operator only: an owner of one workspace must not get into another by it. `NOT_FOUND` where there is no such person.
 */
export async function makePasswordLink(
  deps: Deps & { readonly sessions: Passwords; readonly actor: Actor },
  { email, page }: PasswordLinkFor,
): Promise<Outcome<{ readonly link: string }>> {
  const { storage, sessions, actor } = deps;
  const person = await findPersonByEmail(storage.reader, email);
  if (person === undefined) return refused({ code: 'NOT_FOUND', field: 'email' });
  const token = await sessions.makeResetToken(person.id);
  await storage.write(async (tx) => {
    for (const { workspace_id: workspaceId, id } of await listMemberships(tx, person.id)) {
      await recordEffect(deps, tx, {
        workspaceId,
        actor,
        event: null,
        action: 'member.password_link_made',
        target: { type: 'member', id },
        before: null,
        after: null,
      });
    }
  });
  return done({ link: `${page}#${token}` });
}
