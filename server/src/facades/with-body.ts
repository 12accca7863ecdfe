import type { Handler } from 'hono';
import type { z } from 'zod';
import type { AppEnv, CallContext } from '../http/call.js';
import { fit } from '../http/faults-of.js';
import { answer } from '../http/send.js';
import { refuseInvalid } from '../services/refuse-invalid.js';

/** Hands the body to `handle` as `schema` reads it; where it does not fit, every fault is answered. */
export function withBody<Body>(
  schema: z.ZodType<Body>,
  handle: (c: CallContext, body: Body) => Promise<Response>,
): Handler<AppEnv> {
  return (c) => held(c, schema, c.get('call').body, handle);
}

/** The same with the query. */
export function withQuery<Query>(
  schema: z.ZodType<Query>,
  handle: (c: CallContext, query: Query) => Promise<Response>,
): Handler<AppEnv> {
  return (c) => held(c, schema, c.req.query(), handle);
}

async function held<Value>(
  c: CallContext,
  schema: z.ZodType<Value>,
  given: unknown,
  handle: (c: CallContext, value: Value) => Promise<Response>,
): Promise<Response> {
  const fitted = fit(schema, given);
  return fitted.ok ? handle(c, fitted.value) : answer(c, refuseInvalid(fitted.faults));
}
