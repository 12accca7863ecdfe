import type { MiddlewareHandler } from 'hono';
import { refuseInvalid } from '../services/refuse-invalid.js';
import type { AppEnv } from './call.js';
import { readJson } from './read-json.js';
import { answer, refuse } from './send.js';
import { headerOf } from './header-of.js';

const jsonType = /^application\/json\s*(;|$)/i;

/** Parses a JSON body for the route's schema; refuses every other media type, and JSON that reads in two ways. */
export const parseBody: MiddlewareHandler<AppEnv> = async (c, next) => {
  const encoding = headerOf(c, 'content-encoding') ?? 'identity';
  const type = headerOf(c, 'content-type');
  const isJson = type !== undefined && jsonType.test(type) && encoding.toLowerCase() === 'identity';
  if (!isJson) {
    const isEmpty = type === undefined && (await c.req.text()) === '';
    return isEmpty ? next() : refuse(c, { code: 'UNSUPPORTED_MEDIA_TYPE' });
  }
  const read = readJson(await c.req.text());
  if (!read.ok) return answer(c, refuseInvalid(read.faults));
  c.get('call').body = read.value;
  return next();
};
