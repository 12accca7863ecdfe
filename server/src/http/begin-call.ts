import type { MiddlewareHandler } from 'hono';
import { matchedRoutes } from 'hono/route';
import type { AppDeps } from '../app-deps.js';
import type { AppEnv, Call } from './call.js';
import { hematDialect } from './render.js';
import { newRequestId } from './request-id.js';

/** Opens each request's call and, when it is answered, counts and logs it. */
export function beginCall(app: AppDeps): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const begun = performance.now();
    const call: Call = {
      app,
      requestId: newRequestId(),
      at: app.now(),
      headers: {},
      dialect: hematDialect,
      body: {},
      caller: null,
      clientIp: null,
      isRead: c.req.method === 'GET',
    };
    // A closing service keeps no connection for a next request.
    if (!app.isOpen()) call.headers['connection'] = 'close';
    c.set('call', call);
    await next();
    const seconds = (performance.now() - begun) / 1000;
    const { method } = c.req;
    const { status } = c.res;
    const route = matchedRoutes(c).at(-1)?.path ?? '*';
    app.metrics.count({ method, route, status, seconds });
    if (isLogged(call, status)) log(call, { method, route, status, seconds });
  };
}

/** Faults and writes always, of what was only read a share. */
function isLogged({ app, isRead }: Call, status: number): boolean {
  const { logSample } = app.settings;
  return !isRead || status >= 400 || logSample >= 1 || Math.random() < logSample;
}

function log(
  { app, requestId, caller }: Call,
  { method, route, status, seconds }: { method: string; route: string; status: number; seconds: number },
): void {
  app.log[status >= 500 ? 'error' : 'info']({
    requestId,
    method,
    route,
    status,
    ms: Math.round(seconds * 100_000) / 100,
    workspace: caller?.workspace.id,
    actor: caller?.actor.id,
  });
}
