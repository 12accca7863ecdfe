import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { joinAs, openPage, password, tokenOf, type TestMember } from '../support/page.js';
import { openTestService, type TestService } from '../support/test-service.js';

let service: TestService;
let owner: TestMember;
let guests = 0;
beforeAll(async () => {
  service = await openTestService();
  owner = await joinAs(service, 'owner');
});
afterAll(() => service.close());

const newGuest = () => `guest-${(guests += 1)}@example.com`;
const invite = async (email = newGuest(), role = 'viewer') => {
  const { data } = await owner.ask('POST', '/v1/members', { body: { email, role } });
  return { email, id: data.invitation.id as string, link: data.link as string, token: tokenOf(data.link) };
};
const accept = (token: string, given: object = {}) =>
  openPage(service).ask('POST', '/v1/invitations/accept', { body: { token, password, ...given } });
const openOnes = async () => {
  const { data } = await owner.ask('GET', '/v1/invitations');
  return data.items as { id: string; email: string }[];
};

describe('an invitation', () => {
  it('answers a link whose token no server sees on the way', async () => {
    const { link } = await invite();
    expect(link).toMatch(/^http:\/\/localhost\/dashboard\/invitation#[\w-]{43}$/);
  });

  it('lists without its link until it is accepted', async () => {
    const { id, email, token } = await invite();
    const listed = await owner.ask('GET', '/v1/invitations');
    expect(listed.data.items[0]).toMatchObject({ id, email, role: 'viewer' });
    expect(listed.text).not.toContain(token);
    await accept(token);
    expect((await openOnes()).map((open) => open.id)).not.toContain(id);
  });

  it('is kept as a hash, and its answer sealed under an Idempotency-Key', async () => {
    const headers = { 'idempotency-key': 'invite-once' };
    const body = { email: newGuest(), role: 'viewer' };
    const first = await owner.ask('POST', '/v1/members', { body, headers });
    const again = await owner.ask('POST', '/v1/members', { body, headers });
    expect(again.text).toBe(first.text);
    const { reader } = service.deps.storage;
    const rows = JSON.stringify([
      await reader.selectFrom('invitations').selectAll().execute(),
      await reader.selectFrom('idempotency_keys').selectAll().execute(),
      await reader.selectFrom('audit_log').selectAll().execute(),
    ]);
    expect(rows).not.toContain(tokenOf(first.data.link));
  });

  it('says where it leads and stays good', async () => {
    const { email, token } = await invite(newGuest(), 'manager');
    const look = () => openPage(service).ask('POST', '/v1/invitations/look', { body: { token } });
    expect((await look()).data).toEqual({
      workspace: { slug: service.slug, name: service.slug },
      email,
      role: 'manager',
      expiresAt: expect.any(String),
      hasPassword: false,
    });
    expect((await look()).status).toBe(200);
  });

  it('makes a member with their own password and name, and signs them in', async () => {
    const { email, token } = await invite();
    const answer = await accept(token, { name: 'Pembeli' });
    expect(answer.status).toBe(201);
    expect(answer.data.person).toMatchObject({ email, name: 'Pembeli' });
    const { data } = await owner.ask('GET', '/v1/members');
    expect(data.items[0]).toMatchObject({ email, name: 'Pembeli', role: 'viewer' });
  });

  it('works once, however many come at the same time', async () => {
    const { token } = await invite();
    const answers = await Promise.all(Array.from({ length: 5 }, () => accept(token)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 404, 404, 404, 404]);
    expect((await accept(token)).status).toBe(404);
  });

  it('works for seven days', async () => {
    const [early, late] = [await invite(), await invite()];
    const week = 7 * 24 * 60 * 60 * 1000;
    service.pass(week - 1);
    expect((await accept(early.token)).status).toBe(201);
    service.pass(1);
    expect((await accept(late.token)).error).toMatchObject({ code: 'NOT_FOUND', field: 'token' });
  });

  it('ends when it is withdrawn', async () => {
    const { id, token } = await invite();
    expect((await owner.ask('DELETE', `/v1/invitations/${id}`)).data.id).toBe(id);
    expect((await owner.ask('DELETE', `/v1/invitations/${id}`)).status).toBe(404);
    expect((await accept(token)).status).toBe(404);
  });

  it('ends an earlier one to the same address', async () => {
    const first = await invite();
    const second = await invite(first.email);
    expect((await accept(first.token)).status).toBe(404);
    expect((await accept(second.token)).status).toBe(201);
  });

  it('is not made for a member, by its field', async () => {
    const member = await joinAs(service, 'viewer');
    const answer = await owner.ask('POST', '/v1/members', { body: { email: member.email, role: 'viewer' } });
    expect(answer.error).toMatchObject({ code: 'VALIDATION_ERROR', field: 'email' });
  });

  it('is for the one it names', async () => {
    const { token } = await invite();
    const answer = await accept(token, { email: 'somebody@example.com' });
    expect(answer.error).toMatchObject({ code: 'VALIDATION_ERROR', field: 'email' });
    expect((await accept(token)).status).toBe(201);
  });

  it('asks a person who has a password for that one, and leaves it as it is', async () => {
    const elsewhere = await service.makeWorkspace();
    const person = await joinAs(service, 'viewer', { key: elsewhere.secretKey });
    const { token } = await invite(person.email);
    const other = await accept(token, { password: 'a password of their own' });
    expect(other.error?.code).toBe('INVALID_CREDENTIALS');
    const joined = await accept(token);
    expect(joined.data.workspaces).toHaveLength(2);
    expect((await accept(token)).status).toBe(404);
  });

  it('leaves no session behind where a known person comes too late', async () => {
    const elsewhere = await service.makeWorkspace();
    const person = await joinAs(service, 'viewer', { key: elsewhere.secretKey });
    const { token } = await invite(person.email);
    const sessions = async () =>
      (await service.deps.storage.reader.selectFrom('auth_sessions').select('id').execute()).length;
    const before = await sessions();
    const answers = await Promise.all([accept(token), accept(token), accept(token)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 404, 404]);
    expect(await sessions()).toBe(before + 1);
  });

  it('of another workspace is not there', async () => {
    const { id } = await invite();
    const { secretKey: key } = await service.makeWorkspace();
    expect((await service.ask('DELETE', `/v1/invitations/${id}`, { key })).status).toBe(404);
    expect((await service.ask('GET', '/v1/invitations', { key })).data.items).toEqual([]);
  });

  it('refuses what is no e-mail address, no role, no password, without showing it', async () => {
    const ask = (body: object) => owner.ask('POST', '/v1/members', { body });
    expect((await ask({ email: 'canary', role: 'viewer' })).error).toMatchObject({ field: 'email' });
    expect((await ask({ email: newGuest(), role: 'canary' })).error).toMatchObject({ field: 'role' });
    const { token } = await invite();
    const short = await accept(token, { password: 'canary' });
    expect(short.error).toMatchObject({ code: 'VALIDATION_ERROR', field: 'password' });
    expect(short.text).not.toContain('canary');
  });
});
