import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { UnavailableError } from '../../../server/src/storage/unavailable-error.js';
import { joinAs, openPage, password, type TestMember } from '../support/page.js';
import { openTestService, type TestService } from '../support/test-service.js';

let service: TestService;
let owner: TestMember;
beforeAll(async () => {
  service = await openTestService();
  owner = await joinAs(service, 'owner');
});
afterAll(() => service.close());
afterEach(() => vi.useRealTimers());

const signIn = async (given: object = {}) => {
  const page = openPage(service);
  const answer = await page.ask('POST', '/v1/session', { body: { email: owner.email, password, ...given } });
  return { page, answer };
};

describe('signing in', () => {
  it('answers who it is and where they belong', async () => {
    const { answer } = await signIn();
    expect(answer.status).toBe(201);
    expect(answer.data).toEqual({
      person: {
        id: expect.stringMatching(/^per_[0-9A-Z]{26}$/),
        email: owner.email,
        name: expect.any(String),
      },
      workspaces: [
        {
          id: service.id,
          slug: service.slug,
          name: service.slug,
          memberId: owner.memberId,
          role: 'owner',
          scopes: ['admin', 'read', 'validate', 'redeem', 'manage'],
        },
      ],
      expiresAt: expect.any(String),
    });
  });

  it('takes the e-mail address in any letter case', async () => {
    expect((await signIn({ email: ` ${owner.email.toUpperCase()} ` })).answer.status).toBe(201);
  });

  it('keeps the session in a cookie that scripts cannot read', async () => {
    const { answer } = await signIn();
    expect(answer.headers.getSetCookie()).toEqual([
      expect.stringMatching(/^hemat-session=[^;]+; Path=\/; Max-Age=604800; HttpOnly; SameSite=Lax$/),
    ]);
    expect(answer.text).not.toContain(
      decodeURIComponent(answer.headers.get('set-cookie') ?? '').slice(14, 40),
    );
  });

  it('binds the cookie to host and TLS where the world reaches it over TLS', async () => {
    const secure = await openTestService({ publicUrl: 'https://promo.example.com' });
    const { cookie, ask } = await joinAs(secure, 'owner');
    expect(cookie).toMatch(/^__Host-hemat-session=/);
    const answer = await ask('DELETE', '/v1/session');
    expect(answer.headers.getSetCookie()).toEqual([
      '__Host-hemat-session=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax; Secure',
    ]);
    await secure.close();
  });

  it('takes no cookie without the prefix where one is bound to host and TLS', async () => {
    const secure = await openTestService({ publicUrl: 'https://promo.example.com' });
    const page = await joinAs(secure, 'owner');
    page.cookie = page.cookie?.replace('__Host-', '') ?? null;
    expect((await page.ask('GET', '/v1/session')).error?.code).toBe('AUTH_REQUIRED');
    await secure.close();
  });

  it.each([
    ['another password', { password: 'correct horse batter' }],
    ['an unknown person', { email: 'nobody@example.com' }],
  ])('refuses %s in the same words', async (_, given) => {
    const { answer, page } = await signIn(given);
    expect([answer.status, answer.error?.code]).toEqual([401, 'INVALID_CREDENTIALS']);
    expect(answer.error).toEqual((await signIn({ password: 'x' })).answer.error);
    expect(page.cookie).toBeNull();
  });

  it('gives a new session each time, and ends the one the browser had', async () => {
    const { page } = await signIn();
    const before = page.cookie;
    await page.ask('POST', '/v1/session', { body: { email: owner.email, password } });
    expect(page.cookie).not.toBe(before);
    const thief = openPage(service);
    thief.cookie = before;
    expect((await thief.ask('GET', '/v1/session')).status).toBe(401);
    expect((await page.ask('GET', '/v1/session')).status).toBe(200);
  });

  it('is nobody’s to forge: a changed cookie is none', async () => {
    const { page } = await signIn();
    const [name = '', value = ''] = (page.cookie ?? '').split('=');
    for (const forged of [
      value.slice(0, -3),
      value.slice(3),
      `${value.slice(0, 20)}x${value.slice(21)}`,
      '',
    ]) {
      page.cookie = `${name}=${forged}`;
      expect((await page.ask('GET', '/v1/session')).error?.code).toBe('AUTH_REQUIRED');
    }
  });

  it('keeps neither password nor a usable session in the database', async () => {
    const { page } = await signIn();
    const { reader } = service.deps.storage;
    const rows = JSON.stringify([
      await reader.selectFrom('auth_accounts').selectAll().execute(),
      await reader.selectFrom('auth_sessions').selectAll().execute(),
    ]);
    expect(rows).not.toContain(password);
    expect(rows).not.toContain(decodeURIComponent(page.cookie?.split('=')[1] ?? 'none'));
  });

  it('is not open to whoever comes: there is no sign-up', async () => {
    const { auth } = await import('../../../server/src/auth/create-auth.js').then(({ createAuth }) => ({
      auth: createAuth({ ...service.deps, warn: () => {} }),
    }));
    const body = { email: 'guest@example.com', password, name: 'Guest' };
    await expect(auth.api.signUpEmail({ body })).rejects.toThrow();
  });
});

describe('a session', () => {
  it('ends with signing out', async () => {
    const { page } = await signIn();
    const kept = page.cookie;
    expect((await page.ask('DELETE', '/v1/session')).data).toEqual({ ended: true });
    expect(page.cookie).toBeNull();
    page.cookie = kept;
    expect((await page.ask('GET', '/v1/session')).status).toBe(401);
  });

  it('ends on every browser with signing out everywhere', async () => {
    const [here, there] = [(await signIn()).page, (await signIn()).page];
    await here.ask('DELETE', '/v1/sessions');
    expect((await there.ask('GET', '/v1/session')).status).toBe(401);
  });

  it('ends after seven days unused, and is renewed while it is used', async () => {
    const { page } = await signIn();
    const day = 24 * 60 * 60 * 1000;
    const begun = Date.now();
    vi.useFakeTimers({ toFake: ['Date'] });
    vi.setSystemTime(begun + 6 * day);
    const answer = await page.ask('GET', '/v1/session');
    expect(answer.headers.getSetCookie()).toHaveLength(1);
    vi.setSystemTime(begun + 12 * day);
    expect((await page.ask('GET', '/v1/session')).status).toBe(200);
    vi.setSystemTime(begun + 20 * day);
    expect((await page.ask('GET', '/v1/session')).status).toBe(401);
  });
});

describe('changing the password', () => {
  it('ends every other session and begins a new one here', async () => {
    const person = await joinAs(service, 'viewer');
    const other = openPage(service);
    await other.ask('POST', '/v1/session', { body: { email: person.email, password } });
    const before = person.cookie;
    const next = 'another long password';
    const body = { currentPassword: password, newPassword: next };
    expect((await person.ask('POST', '/v1/session/password', { body })).status).toBe(201);
    expect(person.cookie).not.toBe(before);
    expect((await person.ask('GET', '/v1/session')).status).toBe(200);
    expect((await other.ask('GET', '/v1/session')).status).toBe(401);
    const again = (given: string) =>
      openPage(service).ask('POST', '/v1/session', { body: { email: person.email, password: given } });
    expect((await again(password)).status).toBe(401);
    expect((await again(next)).status).toBe(201);
  });

  it('takes the old one', async () => {
    const person = await joinAs(service, 'viewer');
    const body = { currentPassword: 'not this one', newPassword: 'another long password' };
    const { error } = await person.ask('POST', '/v1/session/password', { body });
    expect(error).toMatchObject({ code: 'INVALID_CREDENTIALS', field: 'currentPassword' });
  });

  it('refuses a short one by its field, without showing it', async () => {
    const person = await joinAs(service, 'viewer');
    const body = { currentPassword: password, newPassword: 'canary-9x' };
    const answer = await person.ask('POST', '/v1/session/password', { body });
    expect(answer.error).toMatchObject({ code: 'VALIDATION_ERROR', field: 'newPassword' });
    expect(answer.text).not.toContain('canary');
  });
});

describe('a database that fails', () => {
  it('is told as it is, and nobody is told that a session has ended which has not', async () => {
    const broken = await openTestService();
    const page = await joinAs(broken, 'owner');
    const { storage } = broken.deps;
    const { write } = storage;
    storage.write = () => Promise.reject(new UnavailableError('the disk is full'));
    const failed = [
      await page.ask('DELETE', '/v1/session'),
      await page.ask('DELETE', '/v1/sessions'),
      await openPage(broken).ask('POST', '/v1/session', { body: { email: page.email, password } }),
    ];
    expect(failed.map(({ error }) => error?.code)).toEqual(['UNAVAILABLE', 'UNAVAILABLE', 'UNAVAILABLE']);
    storage.write = write;
    expect((await page.ask('GET', '/v1/session')).status).toBe(200);
    await storage.close();
    expect((await page.ask('GET', '/v1/session')).status).toBeGreaterThanOrEqual(500);
  });
});
