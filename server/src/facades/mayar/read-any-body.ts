import type { MiddlewareHandler } from 'hono';
import type { IncomingMessage } from 'node:http';
import type { AppEnv, CallContext } from '../../http/call.js';
import { mostBodyBytes } from '../../http/limit-body.js';
import { readJson } from '../../http/read-json.js';
import { answer, refuse } from '../../http/send.js';
import { refuseInvalid } from '../../services/refuse-invalid.js';

/** Reads JSON whatever the media type says, and from a GET too: Mayar's documented calls name none, and older ones GET. */
export const readAnyBody: MiddlewareHandler<AppEnv> = async (c, next) => {
  const text = c.req.method === 'GET' ? await readGetBody(c) : await c.req.text();
  if (text === null) return refuse(c, { code: 'BODY_TOO_LARGE' });
  const read = text.trim() === '' ? { ok: true as const, value: {} } : readJson(text);
  if (!read.ok) return answer(c, refuseInvalid(read.faults));
  const query = c.req.method === 'GET' ? c.req.query() : {};
  c.get('call').body = isObject(read.value) ? { ...query, ...read.value } : read.value;
  return next();
};

/** A `Request` of the platform has no body on a GET, so it is taken from the socket; null where it is too large. */
async function readGetBody(c: CallContext): Promise<string | null> {
  // The Node adapter puts its request into the environment, which Hono types as an empty object.
  const { incoming } = (c.env ?? {}) as { readonly incoming?: IncomingMessage };
  if (incoming === undefined || typeof incoming[Symbol.asyncIterator] !== 'function') return '';
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > mostBodyBytes) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
