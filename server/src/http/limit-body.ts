import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { AppEnv } from './call.js';
import { refuse } from './send.js';
import { headerOf } from './header-of.js';

/** The largest body of a call: 64 KB. */
export const mostBodyBytes = 64 * 1024;

const counted = bodyLimit({
  maxSize: mostBodyBytes,
  // Hono asks with a context of its own environment; it is ours here.
  onError: (c) => refuse(c as Parameters<typeof refuse>[0], { code: 'BODY_TOO_LARGE' }),
});

/** Refuses a body above 64 KB before it is read, or while it is where its length was not announced. */
export const limitBody: MiddlewareHandler<AppEnv> = (c, next) => {
  const length = headerOf(c, 'content-length');
  if (length === undefined) return c.req.method === 'GET' ? next() : counted(c, next);
  return Number(length) <= mostBodyBytes ? next() : Promise.resolve(refuse(c, { code: 'BODY_TOO_LARGE' }));
};
