import type { MiddlewareHandler } from 'hono';
import { refuseInvalid } from '../services/refuse-invalid.js';
import type { AppEnv } from './call.js';
import { readJson } from './read-json.js';
import { answer, refuse } from './send.js';
import { headerOf } from './header-of.js';

const jsonType = /^application\/json\s*(;|$)/i;

/**
 * Parses a JSON body for the route's schema; refuses every other media type, and JSON that reads in two ways. Where nothing is
 * sent there is nothing to refuse: many clients name a media type on every call.
 */
export const parseBody: MiddlewareHandler<AppEnv> = async (c, next) => {
  const text = await c.req.text();
  if (text === '') return next();
  const encoding = headerOf(c, 'content-encoding') ?? 'identity';
  const isJson = jsonType.test(headerOf(c, 'content-type') ?? '') && encoding.toLowerCase() === 'identity';
  if (!isJson) return refuse(c, { code: 'UNSUPPORTED_MEDIA_TYPE' });
  const read = readJson(text);
  if (!read.ok) return answer(c, refuseInvalid(read.faults));
  c.get('call').body = read.value;
  return next();
};
