import type { MiddlewareHandler } from 'hono';
import { refuseInvalid } from '../services/refuse-invalid.js';
import type { AppEnv } from './call.js';
import { answer } from './send.js';

/** Refuses an address that holds a NUL: it is no text of anybody, and PostgreSQL takes it for a fault. */
export const refuseNul: MiddlewareHandler<AppEnv> = (c, next) => {
  if (!c.req.url.includes('%00')) return next();
  const names = Object.entries(c.req.queries())
    .filter(([name, values]) => !name.includes('\0') && values.some((value) => value.includes('\0')))
    .map(([name]) => name);
  const paths = names.length === 0 ? [[]] : names.map((name) => [name]);
  const fault = { code: 'invalid_string', message: 'holds a character that is not text' };
  return Promise.resolve(answer(c, refuseInvalid(paths.map((path) => ({ path, ...fault })))));
};
