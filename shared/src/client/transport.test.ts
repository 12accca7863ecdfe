import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { HematError } from './hemat-error.js';
import { QuoteChangedError } from './quote-changed-error.js';
import { RefusedError } from './refused-error.js';
import { createTransport, type Transport, type TransportOptions } from './transport.js';

type Answer = (request: IncomingMessage, response: ServerResponse, body: string) => void;
interface Seen {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
  readonly at: number;
}

const open: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0)) await close();
});

/** A real server on a free port that answers the n-th request with the n-th answer, the last one from then on. */
async function serve(...answers: [Answer, ...Answer[]]) {
  const seen: Seen[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString();
      const { method = '', url = '', headers } = request;
      seen.push({ method, url, headers, body, at: performance.now() });
      const answer = answers[Math.min(seen.length, answers.length) - 1] ?? answers[0];
      answer(request, response, body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  open.push(
    () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  );
  return { endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, seen };
}

/** The n-th request that came; fails the test when it did not. */
function nth(seen: readonly Seen[], index: number): Seen {
  const request = seen[index];
  if (request === undefined) throw new Error(`Only ${seen.length} requests came.`);
  return request;
}

const meta = { requestId: 'req_1', timestamp: '2026-01-01T00:00:00.000Z' };
const good: Answer = (_request, response) => {
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify({ data: { fine: true }, error: null, meta }));
};
const failing =
  (status: number, error: object | null, headers: Record<string, string> = {}): Answer =>
  (_request, response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(JSON.stringify({ data: null, error, meta }));
  };
const dropped: Answer = (request) => request.socket.destroy();
const brokenOff: Answer = (request, response) => {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': '500' });
  response.write('{"data":');
  setTimeout(() => request.socket.destroy(), 20);
};
const stalled: Answer = (_request, response) => {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': '500' });
  response.write('{"data":');
};
const silent: Answer = () => {};

function connect(endpoint: string, options: Partial<TransportOptions> = {}): Transport {
  return createTransport({
    endpoint,
    secretKey: 'sk_test_1',
    retry: { limit: 2, backoffMs: 1 },
    ...options,
  });
}
const failureOf = async (call: Promise<unknown>): Promise<HematError> => {
  const error = await call.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(HematError);
  return error as HematError;
};

describe('a call', () => {
  it('carries the key, the language and a JSON body to /v1', async () => {
    const { endpoint, seen } = await serve(good);
    const answer = await connect(`${endpoint}/`).post('things/new', { a: 1 }, { language: 'id' });
    expect(answer).toEqual({ fine: true });
    expect(seen[0]).toMatchObject({ method: 'POST', url: '/v1/things/new', body: '{"a":1}' });
    expect(nth(seen, 0).headers).toMatchObject({
      authorization: 'Bearer sk_test_1',
      'accept-language': 'id',
      'content-type': 'application/json',
    });
  });

  it('leaves absent query parameters out and joins lists', async () => {
    const { endpoint, seen } = await serve(good);
    await connect(endpoint).get('things', {
      q: 'a b',
      none: undefined,
      no: null,
      many: ['x', 'y'],
      yes: true,
    });
    expect(nth(seen, 0).url).toBe('/v1/things?q=a+b&many=x%2Cy&yes=true');
  });

  it('gives every POST that changes something an idempotency key of its own, and takes a given one', async () => {
    const { endpoint, seen } = await serve(good);
    const transport = connect(endpoint);
    await transport.post('things', {});
    await transport.post('things', {});
    await transport.post('things', {}, { idempotencyKey: 'mine' });
    const keys = seen.map(({ headers }) => headers['idempotency-key']);
    expect(keys[0]).toMatch(/^[0-9a-f-]{36}$/);
    expect(keys[1]).not.toBe(keys[0]);
    expect(keys[2]).toBe('mine');
  });

  it('that only asks carries no key, for there is nothing to do twice', async () => {
    const { endpoint, seen } = await serve(dropped, good);
    await connect(endpoint).ask('things/check', { a: 1 });
    expect(seen.map(({ body }) => body)).toEqual(['{"a":1}', '{"a":1}']);
    expect(nth(seen, 1).headers).not.toHaveProperty('idempotency-key');
  });
});

describe('a call that fails for now', () => {
  const faults: Record<string, Answer> = {
    'the connection is dropped': dropped,
    'the answer breaks off half-way': brokenOff,
    '429 comes': failing(429, { code: 'RATE_LIMITED', message: '' }),
    '502 comes without our envelope': (_request, response) => {
      response.writeHead(502, { 'content-type': 'text/html' });
      response.end('<h1>Bad gateway</h1>');
    },
    '503 comes': failing(503, { code: 'UNAVAILABLE', message: '' }),
    '504 comes': failing(504, null),
    'the first try is still running': failing(409, { code: 'IDEMPOTENCY_KEY_IN_USE', message: '' }),
  };
  for (const [name, fault] of Object.entries(faults)) {
    it(`is repeated with the same key and body when ${name}`, async () => {
      const { endpoint, seen } = await serve(fault, good);
      await expect(connect(endpoint).post('things', { a: 1 })).resolves.toEqual({ fine: true });
      expect(seen).toHaveLength(2);
      expect(nth(seen, 1).body).toBe('{"a":1}');
      expect(nth(seen, 1).headers['idempotency-key']).toBe(nth(seen, 0).headers['idempotency-key']);
    });
  }

  for (const [name, fault] of Object.entries({ silent, 'stalled half-way': stalled })) {
    it(`is repeated when the service is ${name} until the time is up`, async () => {
      const { endpoint, seen } = await serve(fault, good);
      const transport = connect(endpoint, { timeoutMs: 150 });
      await expect(transport.post('things', {})).resolves.toEqual({ fine: true });
      expect(seen).toHaveLength(2);
    });
  }

  it('waits as long as Retry-After asks', async () => {
    const { endpoint, seen } = await serve(
      failing(503, { code: 'UNAVAILABLE', message: '' }, { 'retry-after': '1' }),
      good,
    );
    await connect(endpoint).get('things');
    expect(nth(seen, 1).at - nth(seen, 0).at).toBeGreaterThan(900);
  });

  it('gives up at once when Retry-After asks for longer than it may wait, and says how long', async () => {
    const { endpoint, seen } = await serve(
      failing(429, { code: 'RATE_LIMITED', message: 'Slow down.' }, { 'retry-after': '60' }),
    );
    const error = await failureOf(connect(endpoint).get('things'));
    expect(seen).toHaveLength(1);
    expect(error).toMatchObject({ code: 'RATE_LIMITED', status: 429, retryAfter: 60 });
  });

  it('ends after the tries it was given', async () => {
    const { endpoint, seen } = await serve(failing(503, { code: 'UNAVAILABLE', message: 'Later.' }));
    const error = await failureOf(connect(endpoint).post('things', {}));
    expect(seen).toHaveLength(3);
    expect(error).toMatchObject({ code: 'UNAVAILABLE', status: 503, requestId: 'req_1' });
  });

  it('is NETWORK where nobody listens and TIMEOUT where nobody answers', async () => {
    const { endpoint } = await serve(silent);
    const late = await failureOf(connect(endpoint, { timeoutMs: 60, retry: { limit: 0 } }).get('things'));
    expect(late).toMatchObject({ code: 'TIMEOUT', status: 0, requestId: null });
    const gone = await failureOf(connect('http://127.0.0.1:1', { retry: { limit: 0 } }).get('things'));
    expect(gone).toMatchObject({ code: 'NETWORK', status: 0 });
  });

  it('ends with the reason of the caller’s signal', async () => {
    const { endpoint, seen } = await serve(silent);
    const controller = new AbortController();
    const call = connect(endpoint).get('things', {}, { signal: controller.signal });
    setTimeout(() => controller.abort(), 50);
    await expect(call).rejects.toMatchObject({ name: 'AbortError' });
    expect(seen).toHaveLength(1);
  });
});

describe('a call that the service refuses', () => {
  it('is not repeated and carries code, status, request id, field and details', async () => {
    const { endpoint, seen } = await serve(
      failing(400, {
        code: 'VALIDATION_ERROR',
        message: 'The request has faults.',
        field: 'value',
        details: [{ path: 'value', code: 'too_small' }],
      }),
    );
    const error = await failureOf(connect(endpoint).post('things', {}));
    expect(seen).toHaveLength(1);
    expect(error).not.toBeInstanceOf(RefusedError);
    expect(error).toMatchObject({
      name: 'HematError',
      message: 'The request has faults.',
      code: 'VALIDATION_ERROR',
      status: 400,
      requestId: 'req_1',
      field: 'value',
      details: [{ path: 'value', code: 'too_small' }],
    });
  });

  it('by its rules is a RefusedError with the reason and what is missing', async () => {
    const missing = [{ kind: 'minPurchase', shortBy: 50_000 }];
    const { endpoint } = await serve(
      failing(422, {
        code: 'MIN_PURCHASE_NOT_MET',
        message: 'Add Rp 50.000.',
        details: { code: 'kopi25', missing },
      }),
    );
    const error = await failureOf(connect(endpoint).post('things', {}));
    expect(error).toBeInstanceOf(RefusedError);
    expect(error).toMatchObject({
      reason: 'MIN_PURCHASE_NOT_MET',
      message: 'Add Rp 50.000.',
      status: 422,
      refusedCode: 'kopi25',
      missing,
      requestId: 'req_1',
    });
  });

  it('because the amount moved is a QuoteChangedError with both amounts and the cause', async () => {
    const previous = { total: 90_000 };
    const current = { total: 95_000 };
    const details = { previous, current, cause: 'rule' };
    const { endpoint } = await serve(failing(409, { code: 'QUOTE_CHANGED', message: 'Moved.', details }));
    const error = await failureOf(connect(endpoint).post('things', {}));
    expect(error).toBeInstanceOf(QuoteChangedError);
    expect(error).toMatchObject({ code: 'QUOTE_CHANGED', status: 409, previous, current, change: 'rule' });
  });

  it('with a 409 that stays is not repeated', async () => {
    const { endpoint, seen } = await serve(failing(409, { code: 'QUOTE_CHANGED', message: '' }));
    await failureOf(connect(endpoint).post('things', {}));
    expect(seen).toHaveLength(1);
  });

  it('in another tongue than ours is BAD_ANSWER', async () => {
    const { endpoint } = await serve((_request, response) => response.end('<p>hello</p>'));
    expect(await failureOf(connect(endpoint).get('things'))).toMatchObject({
      code: 'BAD_ANSWER',
      status: 200,
    });
  });
});
