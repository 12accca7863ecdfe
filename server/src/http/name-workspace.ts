import type { MiddlewareHandler } from 'hono';
import { readKeyText } from '../services/keys/key-text.js';
import { done, refused, type Outcome } from '../services/outcome.js';
import { refuseInvalid } from '../services/refuse-invalid.js';
import { findBearer } from './authenticate.js';
import type { AppEnv, CallContext, Caller } from './call.js';
import { closeToOrigin } from './cors.js';
import { pathWorkspace } from './path-workspace.js';
import { answer, refuse } from './send.js';
import { headerOf } from './header-of.js';

/** Finds the workspace that a public call is about, and holds the call to its origins and its switch. */
export const nameWorkspace: MiddlewareHandler<AppEnv> = async (c, next) => {
  const call = c.get('call');
  const found = await findCaller(c);
  if (!found.ok) return answer(c, found);
  const { workspace } = found.value;
  if (closeToOrigin(c, call, workspace.allowedOrigins)) return refuse(c, { code: 'ORIGIN_NOT_ALLOWED' });
  if (!workspace.marketingEnabled) return refuse(c, { code: 'MARKETING_MODULE_DISABLED' });
  call.caller = found.value;
  return next();
};

async function findCaller(c: CallContext): Promise<Outcome<Caller>> {
  const { directory, keyUses } = c.get('call').app;
  const named = pathWorkspace(c) ?? c.req.query('workspace') ?? bodyWorkspace(c);
  const bySlug = named === undefined ? undefined : await directory.findWorkspace(named);
  if (!carriesKey(c)) {
    if (named === undefined)
      return refuseInvalid([{ path: ['workspace'], code: 'custom', message: 'is required' }]);
    return bySlug === undefined
      ? refused({ code: 'NOT_FOUND', field: 'workspace' })
      : done({ key: null, workspace: bySlug, actor: { kind: 'system', id: null } });
  }
  const found = await findBearer(c);
  if (!found.ok) return found;
  const key = found.value;
  if (key.isRevoked) return refused({ code: 'INVALID_API_KEY' });
  keyUses.note(key);
  const workspace = await directory.findWorkspace(key.workspaceId);
  const isSame = named === undefined || bySlug?.id === key.workspaceId;
  if (workspace === undefined || !isSame) return refused({ code: 'NOT_FOUND', field: 'workspace' });
  return done({ key, workspace, actor: { kind: 'api_key', id: key.id } });
}

/** Systems that sign every call send other schemes too; only a key of ours names a workspace. */
function carriesKey(c: CallContext): boolean {
  const [scheme, text = ''] = (headerOf(c, 'authorization') ?? '').split(' ');
  return scheme?.toLowerCase() === 'bearer' && (readKeyText(text) !== null || /^[sp]k_/.test(text));
}

/** A body that the schema will refuse names none. */
function bodyWorkspace(c: CallContext): string | undefined {
  const { body } = c.get('call');
  if (typeof body !== 'object' || body === null) return undefined;
  const { workspace, merchantSlug, accountId } = body as Record<string, unknown>;
  const named = workspace ?? merchantSlug ?? accountId;
  return typeof named === 'string' ? named : undefined;
}
