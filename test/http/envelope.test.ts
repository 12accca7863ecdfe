import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTestService, type TestService } from './support/test-service.js';

let service: TestService;
beforeAll(async () => {
  service = await openTestService();
});
afterAll(() => service.close());

it('puts data, error and meta around every answer', async () => {
  const { data, error, meta, headers, text } = await service.ask('GET', '/v1/workspace');
  expect(Object.keys(JSON.parse(text))).toEqual(['data', 'error', 'meta']);
  expect(data).toMatchObject({ id: service.id, slug: service.slug, plan: 'starter' });
  expect(error).toBeNull();
  expect(meta.requestId).toMatch(/^req_[0-9a-z]{22,}$/);
  expect(meta.timestamp).toBe(new Date(service.now()).toISOString());
  expect(headers.get('x-request-id')).toBe(meta.requestId);
});

it('gives every request an id of its own', async () => {
  const ids = await Promise.all(
    Array.from({ length: 50 }, async () => (await service.ask('GET', '/v1/modules')).meta.requestId),
  );
  expect(new Set(ids).size).toBe(50);
});

it.each([
  ['GET', '/'],
  ['GET', '/v1'],
  ['GET', '/v1/nothing'],
  ['PUT', '/v1/discount-codes'],
  ['DELETE', '/v1/workspace'],
  ['GET', '/v9.9.9/hemat.js'],
  ['POST', '/v1/discount-codes/x/y/z'],
  ['GET', '/v1/discount-codes/%E0%A4%A'],
])('answers %s %s with a 404 in JSON', async (method, path) => {
  const { status, error, headers } = await service.ask(method, path);
  expect({ status, code: error?.code }).toEqual({ status: 404, code: 'NOT_FOUND' });
  expect(headers.get('content-type')).toBe('application/json');
});

it('answers HEAD as GET, without the body', async () => {
  const { status, text } = await service.ask('HEAD', '/v1/workspace');
  expect({ status, text }).toEqual({ status: 200, text: '' });
});

it('writes a refusal as RFC 9457 where that is asked for', async () => {
  const accept = { accept: 'application/problem+json' };
  const { status, headers, text } = await service.ask('GET', '/v1/redemptions/red_none', { headers: accept });
  expect(status).toBe(404);
  expect(headers.get('content-type')).toBe('application/problem+json');
  expect(JSON.parse(text)).toMatchObject({
    type: 'urn:hemat:error:NOT_FOUND',
    title: 'NOT_FOUND',
    status: 404,
    detail: 'There is nothing here.',
    code: 'NOT_FOUND',
    requestId: headers.get('x-request-id'),
  });
});

it('names every fault of a request in a problem document too', async () => {
  const accept = { accept: 'application/problem+json, application/json;q=0.5' };
  const body = { code: 'X', type: 'percent', value: 0, colour: 'red' };
  const { text } = await service.ask('POST', '/v1/discount-codes', { headers: accept, body });
  const paths = (JSON.parse(text) as { details: { path: string }[] }).details.map(({ path }) => path);
  expect(paths).toEqual(['value', 'colour']);
});

it('guards every answer with its headers', async () => {
  const { headers } = await service.ask('GET', '/v1/workspace');
  expect(Object.fromEntries(headers)).toMatchObject({
    'cache-control': 'no-store',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
  });
  expect(headers.get('access-control-allow-origin')).toBeNull();
});

it('tells a field that is missing from one that is of another type', async () => {
  const { error } = await service.ask('POST', '/v1/discount-codes', { body: { code: 12, type: 'percent' } });
  expect(error?.details).toEqual([
    { path: 'code', code: 'invalid_type', message: 'is not a string' },
    { path: 'value', code: 'invalid_type', message: 'is required, number' },
  ]);
});
