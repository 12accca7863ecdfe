import type { MiddlewareHandler } from 'hono';
import { refuseInvalid } from '../services/refuse-invalid.js';
import type { AppEnv } from './call.js';
import { readJson } from './read-json.js';
import { answer, refuse } from './send.js';

const jsonType = /^application\/json\s*(;|$)/i;

/** Parses a JSON body for the route's schema; refuses every other media type, and JSON that reads in two ways. */
export const parseBody: MiddlewareHandler<AppEnv> = async (c, next) => {
  const encoding = c.req.header('content-encoding') ?? 'identity';
  const type = c.req.header('content-type');
  const isJson = type !== undefined && jsonType.test(type) && encoding.toLowerCase() === 'identity';
  if (!isJson) {
    const isEmpty = type === undefined && (await c.req.text()) === '';
    return isEmpty ? next() : refuse(c, { code: 'UNSUPPORTED_MEDIA_TYPE' });
  }
  const read = readJson(await c.req.text());
  if (!read.ok) return answer(c, refuseInvalid(read.faults));
  // Where Hono's validators look before they parse.
  c.req.bodyCache.json = Promise.resolve(read.value);
  return next();
};
