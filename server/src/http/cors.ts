import type { MiddlewareHandler } from 'hono';
import type { AppEnv, Call, CallContext } from './call.js';
import { isAllowedOrigin } from './is-allowed-origin.js';
import { pathWorkspace } from './path-workspace.js';
import { refuse } from './send.js';
import { headerOf } from './header-of.js';

const exposed =
  'x-request-id, retry-after, ratelimit-limit, ratelimit-remaining, ratelimit-reset, idempotency-replayed, etag';

/** Lets a browser read the answer, errors included, until the workspace is known and says otherwise. No credentials. */
export const openToOrigins: MiddlewareHandler<AppEnv> = (c, next) => {
  const { headers } = c.get('call');
  const origin = headerOf(c, 'origin');
  headers['vary'] = 'origin, accept-language, accept';
  if (origin === undefined) return next();
  headers['access-control-allow-origin'] = origin;
  headers['access-control-expose-headers'] = exposed;
  return next();
};

/** Closes the answer to an origin that the workspace does not allow; says whether it was closed. */
export function closeToOrigin(c: CallContext, call: Call, allowed: readonly string[]): boolean {
  const origin = headerOf(c, 'origin');
  if (origin === undefined || isAllowedOrigin(origin, allowed)) return false;
  delete call.headers['access-control-allow-origin'];
  delete call.headers['access-control-expose-headers'];
  return true;
}

/** Answers a browser's question before its request. Where the path names a workspace, its list of origins decides. */
export async function answerPreflight(c: CallContext): Promise<Response> {
  const call = c.get('call');
  const named = pathWorkspace(c);
  const workspace = named === undefined ? undefined : await call.app.directory.findWorkspace(named);
  if (workspace !== undefined && closeToOrigin(c, call, workspace.allowedOrigins)) {
    return refuse(c, { code: 'ORIGIN_NOT_ALLOWED' });
  }
  return new Response(null, {
    status: 204,
    headers: {
      ...call.headers,
      'access-control-allow-methods': 'GET, POST',
      'access-control-allow-headers': 'authorization, content-type, accept-language, idempotency-key',
      'access-control-max-age': '600',
      'x-request-id': call.requestId,
    },
  });
}
