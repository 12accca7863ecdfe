import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { AppEnv } from './call.js';
import { refuse } from './send.js';
import { headerOf } from './header-of.js';

/** The largest body of a call: 64 KB. */
export const mostBodyBytes = 64 * 1024;

/** The largest file: 10 MB. */
const mostUploadBytes = 10 * 1024 * 1024;

/** Refuses a body above 64 KB before it is read, or while it is where its length was not announced. */
export const limitBody = limitTo(mostBodyBytes);

/** The same for a file, above 10 MB. */
export const limitUpload = limitTo(mostUploadBytes);

function limitTo(maxSize: number): MiddlewareHandler<AppEnv> {
  const counted = bodyLimit({
    maxSize,
    // Hono asks with a context of its own environment; it is ours here.
    onError: (c) => refuse(c as Parameters<typeof refuse>[0], { code: 'BODY_TOO_LARGE' }),
  });
  return (c, next) => {
    const length = headerOf(c, 'content-length');
    if (length === undefined) return c.req.method === 'GET' ? next() : counted(c, next);
    return Number(length) <= maxSize ? next() : Promise.resolve(refuse(c, { code: 'BODY_TOO_LARGE' }));
  };
}
