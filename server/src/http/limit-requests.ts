import type { MiddlewareHandler } from 'hono';
import type { AppEnv, Call } from './call.js';
import { clientIp, limitKey } from './client-ip.js';
import type { LimitState } from './limits.js';
import { refuse } from './send.js';

/** Counts a public call against its address, and refuses those that ask too often or guess codes. */
export function limitRequests(kind: 'validate' | 'read' | 'mayar'): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const call = c.get('call');
    const { limits } = call.app;
    const ip = limitKey(clientIp(c));
    if (limits === null) return next();
    const [asked, guessed] = await Promise.all([
      limits[kind].take(ip),
      kind === 'validate' ? limits.misses.look(ip) : null,
    ]);
    const told = guessed?.isOver ? guessed : asked;
    tellLimit(call, told);
    return told.isOver ? refuse(c, { code: 'RATE_LIMITED' }) : next();
  };
}

/** Says in the answer where its caller stands. Source of the names: draft-ietf-httpapi-ratelimit-headers-06. */
export function tellLimit({ headers }: Call, { limit, remaining, resetSeconds, isOver }: LimitState): void {
  headers['ratelimit-limit'] = String(limit);
  headers['ratelimit-remaining'] = String(isOver ? 0 : remaining);
  headers['ratelimit-reset'] = String(resetSeconds);
  if (isOver) headers['retry-after'] = String(resetSeconds);
}
