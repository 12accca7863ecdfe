import type { createApp } from '@hemat/server';
import { expect } from 'vitest';
import { undeclared } from './open-api-check.js';

/** An answer, its envelope opened. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** What was sent back, whatever it is. */
  // Tests read what they know to be there, and fail where it is not.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly data: any;
  readonly error: {
    readonly code: string;
    readonly message: string;
    readonly field?: string;
    readonly details?: unknown;
  } | null;
  readonly meta: { readonly requestId: string; readonly timestamp: string };
}

/** How to ask. */
export interface Ask {
  /** Sent as JSON; a string as it is. */
  readonly body?: unknown;
  /** null sends none; default the first workspace's key for everything. */
  readonly key?: string | null;
  readonly headers?: Readonly<Record<string, string>>;
  /** The socket's address. */
  readonly ip?: string;
}

/** Asks an app without a network, with `defaultKey` unless told otherwise. */
export function askApp(
  app: ReturnType<typeof createApp>,
  defaultKey: string,
): (method: string, path: string, how?: Ask) => Promise<Answer> {
  return async (method, path, how = {}) => {
    const { body, key = defaultKey, headers, ip = '127.0.0.1' } = how;
    const response = await app.request(
      path,
      {
        method,
        headers: {
          ...(key !== null && { authorization: `Bearer ${key}` }),
          ...(body !== undefined && { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      },
      { incoming: { socket: { remoteAddress: ip } } },
    );
    return open(method, path, response);
  };
}

/** Opens an envelope, and holds every answer to the OpenAPI description. */
async function open(method: string, path: string, response: Response): Promise<Answer> {
  const text = await response.text();
  const contentType = response.headers.get('content-type')?.split(';')[0] ?? '';
  const { status } = response;
  const body: unknown = /[/+]json$/.test(contentType) && text !== '' ? JSON.parse(text) : null;
  const [pathname = path] = path.split('?');
  if (body !== null) expect(undeclared({ method, path: pathname, status, contentType, body })).toEqual([]);
  // A problem document has no envelope: then its members are all there is.
  const envelope = (body ?? {}) as Partial<Answer>;
  return {
    status,
    headers: response.headers,
    text,
    data: envelope.data ?? null,
    error: envelope.error ?? null,
    meta: envelope.meta ?? { requestId: '', timestamp: '' },
  };
}
