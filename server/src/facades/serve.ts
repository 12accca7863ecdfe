import type { Handler, Hono, MiddlewareHandler } from 'hono';
import type { AppEnv, CallContext } from '../http/call.js';

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** Puts a call such as `POST /discount-codes` on a façade: what it passes first, and who answers it. */
export function serve(
  app: Hono<AppEnv>,
  call: `${Method} /${string}`,
  before: readonly MiddlewareHandler<AppEnv>[],
  handler: Handler<AppEnv>,
): void {
  const [method = '', path = ''] = call.split(' ');
  app.on([method], [path], ...before, handler);
}

/** A part of the path; a route without it is a bug. */
export function pathPart(c: CallContext, name: string): string {
  const part = c.req.param(name);
  if (part === undefined) throw new Error(`the path has no part ${name}`);
  return part;
}
