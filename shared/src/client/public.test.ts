import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import type { TeaserAnswer } from '../schemas/teaser.js';
import type { ValidateAnswer } from '../schemas/validate-answer.js';
import { createPublicClient, HematError, type PublicClient } from './public.js';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

const guards = {
  validateAnswer: (value: unknown): value is ValidateAnswer =>
    typeof value === 'object' && value !== null && 'applies' in value,
  teaserAnswer: (value: unknown): value is TeaserAnswer =>
    typeof value === 'object' && value !== null && 'items' in value,
};
const meta = { requestId: 'req_7', timestamp: '2026-01-01T00:00:00.000Z' };
const question = { codes: ['A'], currency: 'IDR', subtotal: 1000 };

async function serve(listener: RequestListener, timeoutMs?: number): Promise<PublicClient> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A server that listens on a port has such an address.
  const { port } = server.address() as AddressInfo;
  return createPublicClient({
    endpoint: `http://127.0.0.1:${port}/`,
    workspace: 'toko kopi',
    publishableKey: 'pk_1',
    guards,
    ...(timeoutMs && { timeoutMs }),
  });
}

function answer(body: unknown, status = 200, headers: Record<string, string> = {}): RequestListener {
  return (_, response) =>
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
}

async function failureOf(call: Promise<unknown>): Promise<unknown> {
  return call.then(
    () => null,
    (error: unknown) => error,
  );
}

it('asks for the workspace with its key and hands over the data', async () => {
  const seen: unknown[] = [];
  const client = await serve(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    seen.push(
      request.method,
      request.url,
      request.headers.authorization,
      JSON.parse(Buffer.concat(chunks).toString()),
    );
    answer({ data: { applies: false }, error: null, meta })(request, response);
  });
  expect(await client.validateDiscount(question)).toEqual({ applies: false });
  expect(seen).toEqual([
    'POST',
    '/v1/storefront/public/validate-discount',
    'Bearer pk_1',
    { workspace: 'toko kopi', ...question },
  ]);
});

it('lists promos for a currency, the workspace escaped in the path', async () => {
  let url: string | undefined;
  const client = await serve((request, response) => {
    url = request.url;
    answer({ data: { items: [] }, error: null, meta })(request, response);
  });
  expect(await client.listPromos({ currency: 'IDR' })).toEqual({ items: [] });
  expect(url).toBe('/v1/storefront/public/toko%20kopi/discount-codes?currency=IDR');
});

it('throws what the service says of a failure', async () => {
  const error = { code: 'RATE_LIMITED', message: 'Slow down.', field: 'code' };
  const client = await serve(answer({ data: null, error, meta }, 429, { 'retry-after': '7' }));
  const failure = await failureOf(client.validateDiscount(question));
  expect(failure).toBeInstanceOf(HematError);
  expect(failure).toMatchObject({
    name: 'HematError',
    code: 'RATE_LIMITED',
    status: 429,
    requestId: 'req_7',
    retryAfter: 7,
    field: 'code',
  });
});

it('reads a Retry-After that is a date', async () => {
  const at = new Date(Date.now() + 30_000).toUTCString();
  const client = await serve(answer({}, 429, { 'retry-after': at }));
  const failure = await failureOf(client.validateDiscount(question));
  expect(failure).toMatchObject({ code: 'RATE_LIMITED', requestId: null });
  expect(failure instanceof HematError && failure.retryAfter).toBeGreaterThan(25);
});

it('tries once more after 502, and not after 400', async () => {
  let calls = 0;
  const client = await serve((request, response) => {
    calls += 1;
    answer(calls === 1 ? {} : { data: { applies: false }, error: null, meta }, calls === 1 ? 502 : 200)(
      request,
      response,
    );
  });
  expect(await client.validateDiscount(question)).toEqual({ applies: false });
  expect(calls).toBe(2);

  let refused = 0;
  const strict = await serve((request, response) => {
    refused += 1;
    answer({ data: null, error: { code: 'VALIDATION_ERROR', message: 'no' }, meta }, 400)(request, response);
  });
  expect(await failureOf(strict.validateDiscount(question))).toMatchObject({
    code: 'VALIDATION_ERROR',
    status: 400,
  });
  expect(refused).toBe(1);
});

it('takes an answer of another shape for a failure', async () => {
  for (const body of [{ data: {}, error: null, meta }, { applies: true }, '<html>']) {
    const client = await serve(answer(body));
    expect(await failureOf(client.validateDiscount(question))).toMatchObject({
      code: 'BAD_ANSWER',
      status: 200,
    });
  }
});

it('gives up when no answer comes in time, nor the rest of one', async () => {
  const silent = await serve(() => undefined, 60);
  expect(await failureOf(silent.validateDiscount(question))).toMatchObject({ code: 'TIMEOUT', status: 0 });
  const stuck = await serve((_, response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.write('{"data":');
  }, 60);
  expect(await failureOf(stuck.validateDiscount(question))).toMatchObject({ code: 'TIMEOUT', status: 0 });
});

it('says that the service cannot be reached, also for an endpoint that is none', async () => {
  const gone = createPublicClient({ endpoint: 'http://127.0.0.1:1', workspace: 'w', guards });
  expect(await failureOf(gone.validateDiscount(question))).toMatchObject({ code: 'NETWORK', status: 0 });
  const none = createPublicClient({ endpoint: 'http://[', workspace: 'w', guards });
  expect(await failureOf(none.validateDiscount(question))).toMatchObject({ code: 'NETWORK', status: 0 });
});

it('lets the caller’s abort through as it is', async () => {
  const client = await serve(() => undefined);
  const abort = new AbortController();
  const call = failureOf(client.validateDiscount(question, { signal: abort.signal }));
  abort.abort();
  expect(await call).toMatchObject({ name: 'AbortError' });
});
