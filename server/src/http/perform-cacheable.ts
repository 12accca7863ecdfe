import { hash } from 'node:crypto';
import type { CallDeps } from '../services/deps.js';
import type { Outcome } from '../services/outcome.js';
import type { CallContext } from './call.js';
import { callerOf } from './caller-of.js';
import { answer } from './send.js';

const maxAgeSeconds = 30;

/**
 * Runs a reading verb and lets pages keep its answer for 30 seconds: a weak `ETag` over the data without its clock, and 304
 * where the page has it. Source: RFC 9110, section 13.1.2.
 */
export async function performCacheable<Value extends { readonly serverTime: string }>(
  c: CallContext,
  verb: (deps: CallDeps) => Promise<Outcome<Value>>,
  present?: (value: Value) => unknown,
): Promise<Response> {
  const call = c.get('call');
  const { workspace, actor } = callerOf(call);
  const outcome = await verb({ ...call.app, workspace, actor });
  if (!outcome.ok) return answer(c, outcome);
  const { serverTime: _, ...lasting } = outcome.value;
  const etag = `W/"${hash('sha256', JSON.stringify(lasting), 'base64url').slice(0, 27)}"`;
  call.headers['etag'] = etag;
  call.headers['cache-control'] = `public, max-age=${maxAgeSeconds}`;
  const known =
    c.req
      .header('if-none-match')
      ?.split(',')
      .map((tag) => tag.trim()) ?? [];
  if (!known.includes(etag) && !known.includes('*')) return answer(c, outcome, { present });
  return new Response(null, { status: 304, headers: { ...call.headers, 'x-request-id': call.requestId } });
}
