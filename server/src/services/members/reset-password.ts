import type { ResetPasswordInput } from '@hemat/shared/schemas';
import type { NewSession } from '../../auth/sessions.js';
import { findPerson } from '../../storage/repositories/people.js';
import { refused, type Outcome } from '../outcome.js';
import type { SessionDeps } from './accept-invitation.js';

/** Sets a password by an operator's link, ends the person's sessions and signs them in. `NOT_FOUND` where the link is not good. */
export async function resetPassword(
  { sessions, storage }: SessionDeps,
  { token, password }: ResetPasswordInput,
): Promise<Outcome<NewSession>> {
  const reset = await sessions.resetPassword(token, password);
  if (!reset.ok) return reset;
  const person = await findPerson(storage.reader, reset.value.personId);
  if (person === undefined) return refused({ code: 'NOT_FOUND', field: 'token' });
  return sessions.signIn({ email: person.email, password });
}
