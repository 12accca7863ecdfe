import { listMemberships } from '../services/members/list-memberships.js';
import { done, refused, type Outcome } from '../services/outcome.js';
import { refuseInvalid } from '../services/refuse-invalid.js';
import type { CallContext, Caller, SignedIn } from './call.js';
import { headerOf } from './header-of.js';
import { isFromOwnPage } from './is-from-own-page.js';
import { keepSessionCookie, readSessionCookie } from './session-cookie.js';

/** Who has signed in: `AUTH_REQUIRED` where nobody has, `ORIGIN_NOT_ALLOWED` where another site's page sends a change. */
export async function findSignedIn(c: CallContext): Promise<Outcome<SignedIn>> {
  const cookie = readSessionCookie(c);
  if (cookie === undefined) return refused({ code: 'AUTH_REQUIRED' });
  if (!isFromOwnPage(c)) return refused({ code: 'ORIGIN_NOT_ALLOWED' });
  const found = await c.get('call').app.sessions.find(cookie);
  if (found === null) return refused({ code: 'AUTH_REQUIRED' });
  if (found.renewed !== null) keepSessionCookie(c, found.renewed);
  return done({ session: found.session, cookie: found.renewed ?? cookie });
}

/**
 * The member behind a session cookie, in the workspace that `Hemat-Workspace` names by id or slug. Who belongs to one only may
 * leave the header out; who belongs to several may not, so that no tab acts on the shop of another.
 */
export async function authenticateMember(c: CallContext): Promise<Outcome<Caller>> {
  const { app } = c.get('call');
  const signedIn = await findSignedIn(c);
  if (!signedIn.ok) return signedIn;
  const memberships = await listMemberships(app, signedIn.value.session.person);
  const named = headerOf(c, 'hemat-workspace');
  if (named === undefined && memberships.length > 1) {
    const message = 'says for which workspace; the person belongs to several';
    return refuseInvalid([{ path: ['Hemat-Workspace'], code: 'custom', message }]);
  }
  const member = memberships.find(({ id, slug }) => named === undefined || named === id || named === slug);
  const workspace = member && (await app.directory.findWorkspace(member.id));
  if (member === undefined || workspace === undefined) return refused({ code: 'NOT_FOUND' });
  const { memberId: id, role } = member;
  return done({ key: null, member: { id, role }, workspace, actor: { kind: 'member', id } });
}
