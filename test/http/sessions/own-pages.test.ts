import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { joinAs, type TestMember } from '../support/page.js';
import { openTestService, type TestService } from '../support/test-service.js';

let service: TestService;
let owner: TestMember;
beforeAll(async () => {
  service = await openTestService();
  owner = await joinAs(service, 'owner');
});
afterAll(() => service.close());

/** Sends the cookie with nothing but the given headers. */
const send = (method: string, path: string, headers: Record<string, string>, body?: unknown) =>
  service.ask(method, path, {
    key: null,
    headers: { cookie: owner.cookie ?? '', ...headers },
    ...(body !== undefined && { body }),
  });
const rename = (headers: Record<string, string>) =>
  send('PATCH', '/v1/workspace', headers, { name: 'Renamed' });

describe('a change that carries the cookie', () => {
  it.each([
    ['Fetch Metadata of our own page', { 'sec-fetch-site': 'same-origin' }],
    ['our own Origin, from a browser without Fetch Metadata', { origin: 'http://localhost' }],
  ])('passes with %s', async (_, headers) => {
    expect((await rename(headers)).status).toBe(200);
  });

  it.each([
    ['another site', { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }],
    ['a sister host', { 'sec-fetch-site': 'same-site', origin: 'https://blog.localhost' }],
    ['no page at all', { 'sec-fetch-site': 'none' }],
    [
      'another site that also claims our Origin',
      { 'sec-fetch-site': 'cross-site', origin: 'http://localhost' },
    ],
    ['another Origin', { origin: 'https://evil.example' }],
    ['our host on another port', { origin: 'http://localhost:81' }],
    ['a sandboxed page', { origin: 'null' }],
    ['an Origin that is none', { origin: 'localhost' }],
    ['who says nothing', {}],
  ])('is refused from %s', async (_, headers) => {
    const answer = await rename(headers);
    expect([answer.status, answer.error?.code]).toEqual([403, 'ORIGIN_NOT_ALLOWED']);
  });

  it.each([
    ['application/json'],
    ['text/plain'],
    ['application/x-www-form-urlencoded'],
    ['multipart/form-data; boundary=x'],
  ])('is refused from another site as %s', async (type) => {
    const headers = { 'sec-fetch-site': 'cross-site', 'content-type': type };
    const answer = await send('POST', '/v1/discount-codes', headers, 'code=X');
    expect(answer.error?.code).toBe('ORIGIN_NOT_ALLOWED');
  });

  it.each([
    ['DELETE', '/v1/session'],
    ['DELETE', '/v1/sessions'],
    ['POST', '/v1/session'],
    ['POST', '/v1/session/password'],
    ['POST', '/v1/session/reset-password'],
    ['POST', '/v1/invitations/accept'],
    ['POST', '/v1/members'],
    ['DELETE', '/v1/members/mem_x'],
    ['POST', '/v1/api-keys/ak_x/revoke'],
  ])('is refused from another site: %s %s', async (method, path) => {
    const answer = await send(method, path, { 'sec-fetch-site': 'cross-site' });
    expect(answer.error?.code).toBe('ORIGIN_NOT_ALLOWED');
  });

  it('is held to the public address where one is set', async () => {
    const secure = await openTestService({ publicUrl: 'https://promo.example.com' });
    const { cookie } = await joinAs(secure, 'owner');
    const from = async (origin: string) => {
      const headers = { cookie: cookie ?? '', origin };
      const answer = await secure.ask('PATCH', '/v1/workspace', { key: null, headers, body: { name: 'X' } });
      return answer.status;
    };
    expect(await from('https://promo.example.com')).toBe(200);
    expect(await from('http://promo.example.com')).toBe(403);
    expect(await from('http://localhost')).toBe(403);
    await secure.close();
  });
});

describe('a read that carries the cookie', () => {
  it('passes from anywhere, and no other site may see the answer', async () => {
    const headers = { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' };
    const answer = await send('GET', '/v1/workspace', headers);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('access-control-allow-origin')).toBeNull();
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });
});
