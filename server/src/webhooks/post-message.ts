import { lookup } from 'node:dns';
import { request as httpRequest, type ClientRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest, type RequestOptions } from 'node:https';
import { RequestFilteringHttpsAgent } from 'request-filtering-agent';
import type { AttemptResult } from '../services/webhooks/finish-delivery.js';
import { judgeTargetUrl, type WebhookTargets } from '../services/webhooks/judge-target-url.js';
import { failureOf } from './failure-of.js';
import { limitTime } from './limit-time.js';
import { publicLookup, type ResolveName } from './public-lookup.js';
import { readBeginning } from './read-beginning.js';

/** A request to an endpoint. */
export interface OutgoingMessage {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** How a worker reaches the world. */
export interface Outlet {
  readonly targets: WebhookTargets;
  /** For a whole request, ms. Default 15,000. */
  readonly timeoutMs?: number;
  /** Default: the system's. */
  readonly resolve?: ResolveName;
}

/** What became of a request; `response` or `failure`, never both. */
export type PostResult = Pick<AttemptResult, 'response' | 'failure'>;

const defaultTimeoutMs = 15_000;
/** Of an answer that are kept. */
const mostBytes = 2_048;

/**
 * Sends one message and answers what came back; it never throws. Redirects are not followed, every request connects anew, and
 * unless `targets` is `any` only to public addresses. Ends early with `signal`.
 */
export async function postMessage(
  { url, headers, body }: OutgoingMessage,
  outlet: Outlet,
  signal?: AbortSignal,
): Promise<PostResult> {
  const judged = judgeTargetUrl(url, outlet.targets);
  if (!judged.ok) return { response: null, failure: 'URL_NOT_ALLOWED' };
  const limit = limitTime(outlet.timeoutMs ?? defaultTimeoutMs, signal);
  const options: RequestOptions = {
    method: 'POST',
    headers: { ...headers, 'content-length': Buffer.byteLength(body) },
    signal: limit.signal,
    ...connectionOf(outlet),
  };
  try {
    const send = judged.url.protocol === 'https:' ? httpsRequest : httpRequest;
    const response = await answerTo(send(judged.url, options), body);
    return { response, failure: null };
  } catch (error) {
    return { response: null, failure: limit.isOver() ? 'TIMEOUT' : failureOf(error) };
  } finally {
    limit.end();
  }
}

/** An agent a request: nothing is kept open, so that the address is judged at every attempt. */
function connectionOf({ targets, resolve = lookup }: Outlet): RequestOptions {
  if (targets === 'any') return { agent: false };
  return { agent: new RequestFilteringHttpsAgent({ keepAlive: false }), lookup: publicLookup(resolve) };
}

function answerTo(
  request: ClientRequest,
  body: string,
): Promise<{ readonly status: number; readonly body: string }> {
  return new Promise((resolve, reject) => {
    request.on('error', reject);
    request.once('response', (response: IncomingMessage) => {
      const status = response.statusCode ?? 0;
      readBeginning(response, mostBytes).then((beginning) => resolve({ status, body: beginning }), reject);
    });
    request.end(body);
  });
}
