import ky from 'ky';
import type { CallOptions, PostOptions } from './call-options.js';
import { readData } from './envelope.js';
import { narrowError } from './narrow-error.js';
import { retryOptions, type RetryPolicy } from './retry-policy.js';

/** Where the service is and how patient the client is with it. */
export interface ConnectionOptions {
  /** The service's base address, for example `https://promo.example.com`. */
  readonly endpoint: string;
  /** For each try, from the connection to the last byte of the answer; default 10,000 ms. */
  readonly timeoutMs?: number;
  readonly retry?: RetryPolicy;
  /** Instead of the platform's own. */
  readonly fetch?: typeof globalThis.fetch;
}

/** A connection that a secret key opens. */
export interface TransportOptions extends ConnectionOptions {
  /** `sk_…`; never give it to a browser, the service refuses it there. */
  readonly secretKey: string;
}

/** How each call says who makes it. */
export interface Identity {
  readonly credentials: RequestCredentials;
  /** Read anew for every call. */
  readonly headers: () => Readonly<Record<string, string>>;
}

/** Query parameters; `undefined` and `null` are left out, lists are joined with commas. */
export type Query = Readonly<
  Record<string, string | number | boolean | readonly string[] | null | undefined>
>;

/** The service's verbs with envelope, errors and retries dealt with; paths are relative to `/v1`. */
export interface Transport {
  get<Answer extends object>(path: string, query?: Query, options?: CallOptions): Promise<Answer>;
  /** A POST that changes something: carries an Idempotency-Key, so that a repeat changes it once. */
  post<Answer extends object>(path: string, body: object, options?: PostOptions): Promise<Answer>;
  /** A POST that only asks: harmless to repeat as it is, so that the service need not keep its answer under a key. */
  ask<Answer extends object>(path: string, question: object, options?: CallOptions): Promise<Answer>;
  patch<Answer extends object>(path: string, body: object, options?: CallOptions): Promise<Answer>;
  delete<Answer extends object>(path: string, options?: CallOptions): Promise<Answer>;
}

/** A transport for one workspace's secret key. */
export function createTransport({ secretKey, ...connection }: TransportOptions): Transport {
  return connect(connection, {
    credentials: 'omit',
    headers: () => ({ authorization: `Bearer ${secretKey}` }),
  });
}

/** A transport whose calls are made in the name of `identity`. */
export function connect(options: ConnectionOptions, identity: Identity): Transport {
  const { endpoint, timeoutMs = 10_000, retry, fetch = globalThis.fetch } = options;
  const http = ky.create({
    prefixUrl: `${endpoint.replace(/\/+$/, '')}/v1`,
    credentials: identity.credentials,
    hooks: {
      beforeRequest: [
        ({ headers }) => {
          for (const [name, value] of Object.entries(identity.headers())) headers.set(name, value);
        },
      ],
    },
    timeout: timeoutMs,
    retry: retryOptions(retry),
    fetch: (input, init) => readWhole(fetch(input, init)),
  });
  return {
    get: (path, query = {}, call = {}) =>
      settle(http.get(path, { ...common(call), searchParams: searchParams(query) })),
    post: (path, body, call = {}) =>
      settle(http.post(path, { ...common(call, call.idempotencyKey ?? crypto.randomUUID()), json: body })),
    ask: (path, question, call = {}) => settle(http.post(path, { ...common(call), json: question })),
    patch: (path, body, call = {}) => settle(http.patch(path, { ...common(call), json: body })),
    delete: (path, call = {}) => settle(http.delete(path, common(call))),
  };
}

function common({ signal, language }: CallOptions, idempotencyKey?: string) {
  return {
    ...(signal && { signal }),
    headers: {
      ...(language && { 'accept-language': language }),
      ...(idempotencyKey && { 'idempotency-key': idempotencyKey }),
    },
  };
}

function searchParams(query: Query): Record<string, string> {
  return Object.fromEntries(
    Object.entries(query).flatMap(([name, value]) =>
      value == null ? [] : [[name, Array.isArray(value) ? value.join(',') : String(value)]],
    ),
  );
}

/** With the body read here, an answer that breaks off or stalls half-way counts as a failed try and is repeated. */
async function readWhole(coming: Promise<Response>): Promise<Response> {
  const response = await coming;
  const body = await response.arrayBuffer();
  return new Response(body.byteLength === 0 ? null : body, response);
}

async function settle<Answer extends object>(sent: Promise<Response>): Promise<Answer> {
  try {
    // Which shape a path answers with is the contract's; a newer service may add to it, so no more is checked here.
    return await readData(sent, (data): data is Answer => typeof data === 'object' && data !== null);
  } catch (error) {
    throw narrowError(error);
  }
}
