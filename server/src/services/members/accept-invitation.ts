import type { AcceptInvitationInput } from '@hemat/shared/schemas';
import type { NewSession, Sessions } from '../../auth/sessions.js';
import { findOpenInvitation, takeInvitation } from '../../storage/repositories/invitations.js';
import { insertMember } from '../../storage/repositories/members.js';
import { findPersonByEmail, insertPerson } from '../../storage/repositories/people.js';
import type { WriteTransaction } from '../../storage/storage.js';
import type { InvitationsTable } from '../../storage/member-tables.js';
import type { Deps } from '../deps.js';
import { hashKeyText } from '../keys/key-text.js';
import { done, refused, type Outcome } from '../outcome.js';
import { recordEffect } from '../record-effect.js';
import { refuseInvalid } from '../refuse-invalid.js';
import { writeOutcome } from '../write-outcome.js';

/** What a verb about sessions needs. */
export interface SessionDeps extends Deps {
  readonly sessions: Sessions;
}

/** Who comes in: a person that is known, or one to make. */
interface Newcomer {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  /** null for a person that is known. */
  readonly passwordHash: string | null;
}

/**
 * Makes somebody a member by the link they were given, once, and signs them in. A person with a password gives that one
 * (`INVALID_CREDENTIALS` else), another one sets theirs. `NOT_FOUND` where the link is unknown, used, withdrawn or too old.
 */
export async function acceptInvitation(
  deps: SessionDeps,
  input: AcceptInvitationInput,
): Promise<Outcome<NewSession>> {
  const { storage, sessions, now } = deps;
  const { token, password } = input;
  const invitation = await findOpenInvitation(storage.reader, hashKeyText(token), now());
  if (invitation === undefined) return refused({ code: 'NOT_FOUND', field: 'token' });
  const email = invitation.email ?? input.email ?? null;
  if (email === null) return faultyEmail('is required: the invitation names none');
  if (input.email != null && input.email !== email) return faultyEmail('is not the one that was invited');
  const known = await findPersonByEmail(storage.reader, email);
  if (known !== undefined) {
    const begun = await sessions.signIn({ email, password });
    if (!begun.ok) return begun;
    const joined = await join(deps, invitation, { ...known, passwordHash: null });
    if (!joined.ok) await sessions.end(begun.value.cookie);
    return joined.ok ? begun : joined;
  }
  const passwordHash = await sessions.hashPassword(password);
  const name = input.name ?? email.split('@')[0] ?? email;
  const joined = await join(deps, invitation, { id: deps.newId('per'), email, name, passwordHash });
  return joined.ok ? sessions.signIn({ email, password }) : joined;
}

function join(deps: SessionDeps, invitation: InvitationsTable, person: Newcomer): Promise<Outcome<null>> {
  const { role, workspace_id: workspaceId } = invitation;
  const now = deps.now();
  return writeOutcome<null>(deps.storage, async (tx) => {
    if (!(await takeInvitation(tx, invitation, now))) return refused({ code: 'NOT_FOUND', field: 'token' });
    if (!(await makePerson(deps, tx, person))) return faultyEmail('was taken in this moment; try again');
    const memberId = await insertMember(tx, {
      workspace_id: workspaceId,
      id: deps.newId('mem'),
      user_id: person.id,
      role,
      created_at: now,
      updated_at: now,
      removed_at: null,
    });
    if (memberId === null) return faultyEmail('belongs to a member');
    await recordEffect(deps, tx, {
      workspaceId,
      actor: { kind: 'member', id: memberId },
      event: null,
      action: 'member.joined',
      target: { type: 'member', id: memberId },
      before: null,
      after: { invitationId: invitation.id, email: person.email, name: person.name, role },
    });
    return done(null);
  });
}

async function makePerson(deps: SessionDeps, tx: WriteTransaction, person: Newcomer): Promise<boolean> {
  const { passwordHash } = person;
  if (passwordHash === null) return true;
  return insertPerson(tx, { ...person, passwordHash, accountId: deps.newId('cred'), now: deps.now() });
}

function faultyEmail(message: string): Outcome<never> {
  return refuseInvalid([{ path: ['email'], code: 'custom', message }]);
}
