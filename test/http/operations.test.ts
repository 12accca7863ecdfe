import { Writable } from 'node:stream';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createLog } from '../../server/src/http/create-log.js';
import { openTestService, type TestService } from './support/test-service.js';

let service: TestService;
let isOpen = true;
let lines: string[] = [];
const sink = new Writable({
  write: (chunk: Buffer, _, done) => {
    lines.push(chunk.toString());
    done();
  },
});
const metricsToken = 'a-token-for-the-scraper';

beforeAll(async () => {
  service = await openTestService({ metricsToken }, { isOpen: () => isOpen, log: createLog('trace', sink) });
});
beforeEach(() => {
  lines = [];
});
afterAll(() => service.close());

const get = (path: string, headers: Record<string, string> = {}) =>
  service.ask('GET', path, { key: null, headers });
const logged = () => lines.map((line) => JSON.parse(line) as Record<string, unknown>);

describe('health', () => {
  it('says that the process runs', async () => {
    const { status, text } = await get('/healthz');
    expect([status, JSON.parse(text)]).toEqual([200, { status: 'ok' }]);
  });

  it('says ready until the service closes, and healthy to its end', async () => {
    expect((await get('/readyz')).status).toBe(200);
    isOpen = false;
    const closing = await get('/readyz');
    expect([closing.status, closing.error?.code, closing.headers.get('retry-after')]).toEqual([
      503,
      'UNAVAILABLE',
      '1',
    ]);
    expect((await get('/healthz')).status).toBe(200);
    isOpen = true;
  });

  it('is not ready while the database is not', async () => {
    const { storage } = service.deps;
    const { isReady } = storage;
    for (const answer of [() => Promise.resolve(false), () => Promise.reject(new Error('gone'))]) {
      storage.isReady = answer;
      expect((await get('/readyz')).status).toBe(503);
    }
    storage.isReady = isReady;
  });
});

describe('metrics', () => {
  it('count requests by route and status, never by path', async () => {
    await service.ask('GET', '/v1/discount-codes/disc_secretpath');
    const { status, headers, text } = await get('/metrics', { authorization: `Bearer ${metricsToken}` });
    expect([status, headers.get('content-type')]).toEqual([200, expect.stringContaining('text/plain')]);
    expect(text).toMatch(
      /hemat_http_request_duration_seconds_count\{method="GET",route="\/v1\/discount-codes\/:id",status="404"\} 1/,
    );
    expect(text).toContain('hemat_refusals_total{code="NOT_FOUND"} 1');
    expect(text).toContain('hemat_ready 1');
    expect(text).not.toContain('secretpath');
  });

  it.each([{}, { authorization: 'Bearer a-token-for-somebody-' }, { authorization: metricsToken }])(
    'are for whoever has the token: %j',
    async (headers) => {
      expect((await get('/metrics', headers)).status).toBe(401);
    },
  );

  it('are nowhere without a token', async () => {
    const closed = await openTestService();
    expect((await closed.ask('GET', '/metrics', { key: null })).status).toBe(404);
    await closed.close();
  });
});

describe('the log', () => {
  it('has a line for each request, with its id', async () => {
    const { meta } = await service.ask('GET', '/v1/workspace');
    expect(logged()).toEqual([
      {
        level: 30,
        time: expect.any(String),
        requestId: meta.requestId,
        method: 'GET',
        route: '/v1/workspace',
        status: 200,
        ms: expect.any(Number),
        workspace: service.id,
        actor: expect.stringMatching(/^ak_/),
      },
    ]);
  });

  it('says what broke, where the answer does not', async () => {
    const { directory } = service.deps;
    const { findWorkspace } = directory;
    directory.findWorkspace = () => Promise.reject(new Error('what broke'));
    const { meta } = await service.ask('GET', '/v1/workspace');
    directory.findWorkspace = findWorkspace;
    const failed = logged().find(({ msg }) => msg === 'failed');
    expect(failed).toMatchObject({ level: 50, requestId: meta.requestId, err: { message: 'what broke' } });
    expect(logged().at(-1)).toMatchObject({ level: 50, status: 500 });
  });

  it('never holds a secret, wherever it was sent', async () => {
    const { directory } = service.deps;
    const { findWorkspace } = directory;
    const { secret } = await service.makeKey('bearer', ['admin']);
    const canary = 'canary-7c1f';
    const key = service.secretKey;
    await service.ask('POST', '/v1/api-keys', {
      body: { name: canary, kind: 'bearer' },
      headers: { 'idempotency-key': canary },
    });
    await service.ask('GET', `/v1/discount-codes?q=${secret}`);
    await service.ask('GET', `/v1/redemptions/${secret}`);
    await service.ask('GET', `/${secret}`);
    await service.ask('POST', '/v1/discount-codes', { body: { code: canary, type: canary, value: secret } });
    await service.ask('POST', '/v1/storefront/public/validate-discount', {
      key: null,
      body: {
        workspace: service.slug,
        code: canary,
        customerToken: `ct_${canary}`,
        currency: 'IDR',
        subtotal: 1,
      },
    });
    directory.findWorkspace = () => Promise.reject(new Error(`no ${secret} and Bearer ${key}`));
    await service.ask('GET', '/v1/workspace', { headers: { cookie: canary } });
    directory.findWorkspace = findWorkspace;
    service.deps.log.info({ secret: canary, request: { authorization: canary } }, 'a careless line');
    expect(lines.length).toBeGreaterThan(8);
    for (const hidden of [canary, secret, key, secret.slice(8), key.slice(8)]) {
      expect(lines.join('')).not.toContain(hidden);
    }
  });

  it('holds a share of what went well and all of what did not', async () => {
    const sampled = await openTestService({ logSample: 0 }, { log: createLog('info', sink) });
    lines = [];
    await sampled.ask('GET', '/v1/workspace');
    await sampled.ask('GET', '/v1/nothing');
    expect(logged().map(({ status }) => status)).toEqual([404]);
    await sampled.close();
  });
});

describe('the description', () => {
  it('is OpenAPI 3.1 with the address of the service, for anybody', async () => {
    const { status, headers, text } = await get('/v1/openapi.json', { origin: 'https://any.example' });
    const description = JSON.parse(text) as { openapi: string; paths: object; security?: unknown };
    expect([status, description.openapi, headers.get('access-control-allow-origin')]).toEqual([
      200,
      '3.1.0',
      '*',
    ]);
    expect(Object.keys(description.paths)).toContain('/v1/discount-codes/{id}/redemptions');
  });

  it('knows every call that is answered, and answers every call that it knows', async () => {
    const { text } = await get('/v1/openapi.json');
    const { paths } = JSON.parse(text) as {
      paths: Record<string, Record<string, { security: object[]; summary: string }>>;
    };
    for (const [path, calls] of Object.entries(paths)) {
      for (const [method, call] of Object.entries(calls)) {
        expect(call.summary, `${method} ${path}`).toMatch(/^[A-Z]/);
        expect(call.security.length, `${method} ${path}`).toBeGreaterThan(0);
        const isBodied = method === 'post' || method === 'patch';
        const answer = await service.ask(method.toUpperCase(), path.replaceAll(/\{\w+\}/g, 'x'), {
          key: null,
          ...(isBodied && { body: {} }),
        });
        const isPublic = call.security.some((scheme) => Object.keys(scheme).length === 0);
        expect([path, answer.status]).toEqual([path, isPublic ? expect.any(Number) : 401]);
        if (isPublic) expect(answer.status).not.toBe(500);
      }
    }
  });

  it('can be read on a page that loads nothing from elsewhere', async () => {
    const { status, headers, text } = await get('/docs');
    expect([status, headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    for (const [, address = ''] of text.matchAll(/(?:src|href|spec-url)="([^"]+)"/g)) {
      if (address.startsWith('data:')) continue;
      expect(address).toMatch(/^\//);
      expect((await get(address)).status, address).toBe(200);
    }
  });
});
