import { createHash, createHmac } from 'node:crypto';
import type { Answer, TestService } from '../../http/support/test-service.js';

/** How a call strays from the plain one. */
export interface RiplloCall {
  readonly body?: unknown;
  readonly idempotencyKey?: string;
  readonly onBehalfOf?: string;
  /** Seconds; positive: the client's clock is behind. */
  readonly ago?: number;
  /** Sent in place of the right header. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Signed in place of the body that is sent, as older clients did for `{}`. */
  readonly signedBody?: string;
}

export type RiplloClient = (method: string, pathAndQuery: string, call?: RiplloCall) => Promise<Answer>;

/** A client written from Ripllo's recipe: HMAC-SHA256 over method, path without query, seconds, body hash and idempotency key. */
export function riplloClient(service: TestService, key: { keyId: string; secret: string }): RiplloClient {
  return (method, pathAndQuery, call = {}) => {
    const path = `/api/v1${pathAndQuery}`;
    const body = call.body === undefined ? '' : JSON.stringify(call.body);
    const timestamp = String(Math.floor(service.now() / 1000) - (call.ago ?? 0));
    const [signedPath = ''] = path.split('?');
    const bodyHash = createHash('sha256')
      .update(call.signedBody ?? body)
      .digest('hex');
    const lines = [method, signedPath, timestamp, bodyHash];
    if (call.idempotencyKey !== undefined) lines.push(call.idempotencyKey);
    const signature = createHmac('sha256', key.secret).update(lines.join('\n')).digest('hex');
    return service.ask(method, path, {
      key: null,
      ...(body !== '' && { body }),
      headers: {
        accept: 'application/json',
        authorization: `Ripllo-HMAC-SHA256 keyId=${key.keyId}, scope=*, signature=${signature}`,
        'x-ripllo-timestamp': timestamp,
        ...(body !== '' && { 'content-type': 'application/json' }),
        ...(call.idempotencyKey !== undefined && { 'idempotency-key': call.idempotencyKey }),
        ...(call.onBehalfOf !== undefined && { 'x-ripllo-on-behalf-of': call.onBehalfOf }),
        ...call.headers,
      },
    });
  };
}
