import { HTTPError } from 'ky';
import type { ErrorBody, Meta } from '../schemas/error-body.js';
import { HematError } from './hemat-error.js';

/** Says whether a value has the shape that a call promises. */
export type Guard<Value> = (value: unknown) => value is Value;

interface Envelope {
  readonly data: unknown;
  readonly error: ErrorBody | null;
  readonly meta: Meta;
}

/**
 * The `data` of the answer that `sent` brings. Throws HematError for everything that is not a good answer of ours;
 * an abort by the caller comes through as the AbortError it is.
 */
export async function readData<Value>(sent: Promise<Response>, guard: Guard<Value>): Promise<Value> {
  const response = await settle(sent);
  const body = await readBody(response);
  const envelope = isEnvelope(body) ? body : null;
  if (response.ok && envelope?.error === null && guard(envelope.data)) return envelope.data;
  const { error, meta } = envelope ?? { error: null, meta: null };
  throw new HematError(error?.message ?? 'The answer has an unknown shape.', {
    code: error?.code ?? codeOf(response),
    status: response.status,
    requestId: meta?.requestId ?? response.headers.get('x-request-id'),
    retryAfter: secondsUntil(response.headers.get('retry-after')),
    field: error?.field ?? null,
    details: error?.details,
  });
}

/** The answer whatever its status; ky throws for 4xx and 5xx, so that it can retry them. */
async function settle(sent: Promise<Response>): Promise<Response> {
  try {
    return await sent;
  } catch (cause) {
    if (cause instanceof HTTPError) return cause.response;
    throw transportError(cause);
  }
}

async function readBody(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch (cause) {
    if (cause instanceof SyntaxError) return null;
    throw transportError(cause);
  }
}

function transportError(cause: unknown): unknown {
  const name = cause instanceof Error ? cause.name : '';
  if (name === 'AbortError') return cause;
  return name === 'TimeoutError'
    ? new HematError('No answer in time.', { code: 'TIMEOUT', status: 0 }, { cause })
    : new HematError('The service cannot be reached.', { code: 'NETWORK', status: 0 }, { cause });
}

function isEnvelope(body: unknown): body is Envelope {
  return typeof body === 'object' && body !== null && 'data' in body && 'error' in body && 'meta' in body;
}

/** A proxy in between may answer 429 or 503 without our envelope. */
function codeOf({ status }: Response): string {
  if (status === 429) return 'RATE_LIMITED';
  return status >= 500 ? 'UNAVAILABLE' : 'BAD_ANSWER';
}

/** `Retry-After` comes in seconds or as a date (RFC 9110, 10.2.3). */
function secondsUntil(header: string | null): number | null {
  if (!header) return null;
  const seconds = Number(header);
  if (seconds >= 0) return Math.ceil(seconds);
  const at = Date.parse(header);
  return Number.isNaN(at) ? null : Math.max(0, Math.ceil((at - Date.now()) / 1000));
}
