import type { MiddlewareHandler } from 'hono';
import type { AppEnv } from '../http/call.js';
import type { Dialect } from '../http/render.js';

/** Answers every call below it, refused ones included, in `dialect`. */
export function speak(dialect: Dialect): MiddlewareHandler<AppEnv> {
  return (c, next) => {
    c.get('call').dialect = dialect;
    return next();
  };
}
