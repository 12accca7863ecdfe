import { afterAll, beforeAll, expect, it } from 'vitest';
import { joinAs, openPage, type TestMember } from '../support/page.js';
import { openTestService, type TestService } from '../support/test-service.js';

let service: TestService;
let member: TestMember;
beforeAll(async () => {
  service = await openTestService();
  member = await joinAs(service, 'viewer');
});
afterAll(() => service.close());

const fresh = 'a wholly new password';
const reset = (token: string) =>
  openPage(service).ask('POST', '/v1/session/reset-password', { body: { token, password: fresh } });

it('answers a link that nobody made as one there is not, and not as a fault', async () => {
  const { status, error } = await reset('nobody-made-this');
  expect([status, error?.code, error?.field]).toEqual([404, 'NOT_FOUND', 'token']);
});

it('sets a password by an operator’s link, once, and ends the sessions there were', async () => {
  const person = await service.deps.storage.reader
    .selectFrom('auth_users')
    .select('id')
    .where('email', '=', member.email)
    .executeTakeFirstOrThrow();
  const token = await service.deps.sessions.makeResetToken(person.id);
  expect((await reset(token)).status).toBe(201);
  expect((await member.ask('GET', '/v1/session')).status).toBe(401);
  const body = { email: member.email, password: fresh };
  expect((await openPage(service).ask('POST', '/v1/session', { body })).status).toBe(201);
  expect((await reset(token)).error?.code).toBe('NOT_FOUND');
});
