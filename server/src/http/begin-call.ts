import type { MiddlewareHandler } from 'hono';
import { matchedRoutes } from 'hono/route';
import type { AppDeps } from '../app-deps.js';
import type { AppEnv, Call } from './call.js';
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
      caller: null,
      clientIp: null,
    };
    c.set('call', call);
    await next();
    const seconds = (performance.now() - begun) / 1000;
    const { status } = c.res;
    const route = matchedRoutes(c).at(-1)?.path ?? '*';
    app.metrics.count({ method: c.req.method, route, status, seconds });
    if (status < 400 && app.settings.logSample < 1 && Math.random() >= app.settings.logSample) return;
    const level = status >= 500 ? 'error' : 'info';
    app.log[level]({
      requestId: call.requestId,
      method: c.req.method,
      route,
      status,
      ms: Math.round(seconds * 100_000) / 100,
      workspace: call.caller?.workspace.id,
      actor: call.caller?.actor.id,
    });
  };
}
