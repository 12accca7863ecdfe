import type { ApiKeyScope } from '@hemat/shared/schemas';
import { readKeyText } from '../services/keys/key-text.js';
import type { KnownKey } from '../services/keys/known-key.js';
import { done, refused, type Outcome } from '../services/outcome.js';
import { roleScopes } from '../services/members/role-scopes.js';
import { reportLeakedKey } from '../services/report-leaked-key.js';
import { authenticateMember } from './authenticate-member.js';
import type { Call, CallContext, Caller } from './call.js';
import { isSigned, verifySignedRequest } from './verify-signed-request.js';
import { headerOf } from './header-of.js';
import { readSessionCookie } from './session-cookie.js';

const bearer = /^Bearer +(\S+)$/i;

/** The caller behind a secret key, a signature or a session, acting for its own workspace or on behalf of a partner's account. */
export async function authenticate(c: CallContext): Promise<Outcome<Caller>> {
  const call = c.get('call');
  if (isMember(c)) return authenticateMember(c);
  const key = isSigned(c) ? await verifySignedRequest(c) : await findBearer(c);
  if (!key.ok) return key;
  if (key.value.isRevoked) return refused({ code: 'INVALID_API_KEY' });
  call.app.keyUses.note(key.value);
  return actFor(call, key.value, headerOf(c, 'hemat-on-behalf-of'));
}

/** The key of an `Authorization` header, of either kind; revoked ones included. */
export async function findBearer(c: CallContext): Promise<Outcome<KnownKey>> {
  const { app } = c.get('call');
  const [, text] = bearer.exec(headerOf(c, 'authorization') ?? '') ?? [];
  if (text === undefined) return refused({ code: 'AUTH_REQUIRED' });
  const read = readKeyText(text);
  if (read === null) return refused({ code: 'INVALID_API_KEY' });
  const key = await app.directory.findKeyByHash(read.secretHash);
  const origin = headerOf(c, 'origin');
  if (read.kind === 'bearer' && origin !== undefined) {
    if (key !== undefined) await reportLeakedKey(app, key, origin);
    return refused({ code: 'SECRET_KEY_IN_BROWSER' });
  }
  return key === undefined ? refused({ code: 'INVALID_API_KEY' }) : done(key);
}

/** Whether a key or a member may do one of these; a partner acting for an account may everything there. */
export function mayDo(caller: Caller, scopes: readonly ApiKeyScope[]): boolean {
  const { key, member, workspace } = caller;
  if (member !== undefined) return scopes.some((scope) => roleScopes[member.role].has(scope));
  if (key === null || key.kind === 'publishable') return false;
  if (key.workspaceId !== workspace.id) return !scopes.includes('platform:admin');
  return scopes.some((scope) => key.scopes.has(scope));
}

/** A key or a signature goes before a cookie that is sent beside it. */
function isMember(c: CallContext): boolean {
  return headerOf(c, 'authorization') === undefined && !isSigned(c) && readSessionCookie(c) !== undefined;
}

/** Whether a caller is a partner, for an account of its own or as itself. */
export function isPartner({ key }: Caller): boolean {
  return key?.scopes.has('platform:admin') ?? false;
}

/** The caller that a key is: for its own workspace or, with a platform key, on behalf of a partner's account. */
export async function actFor(
  { app }: Call,
  key: KnownKey,
  onBehalfOf: string | undefined,
): Promise<Outcome<Caller>> {
  if (onBehalfOf !== undefined && !key.scopes.has('platform:admin')) return refused({ code: 'FORBIDDEN' });
  if (onBehalfOf !== undefined && !onBehalfOf.startsWith('acc_')) return refused({ code: 'NOT_FOUND' });
  const workspace = await app.directory.findWorkspace(onBehalfOf ?? key.workspaceId);
  if (workspace === undefined) return refused({ code: 'NOT_FOUND' });
  return done({ key, workspace, actor: { kind: 'api_key', id: key.id } });
}
