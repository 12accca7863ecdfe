import type { IncomingHttpHeaders } from 'node:http';
import type { CallContext } from './call.js';

/**
 * A header of the request. Over a socket it is taken from what Node has parsed already, which is several times cheaper than
 * asking a `Headers` for each.
 */
export function headerOf(c: CallContext, name: string): string | undefined {
  // The Node adapter puts its request into the environment, which Hono types as an empty object.
  const { incoming } = (c.env ?? {}) as { readonly incoming?: { readonly headers?: IncomingHttpHeaders } };
  if (incoming?.headers === undefined) return c.req.header(name);
  const value = incoming.headers[name];
  return typeof value === 'object' ? value.join(', ') : value;
}
