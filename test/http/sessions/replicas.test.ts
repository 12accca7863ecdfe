import { createApp, createDeps, openStorage } from '@hemat/server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askApp } from '../support/ask-app.js';
import { joinAs, openPage, type Page, type TestMember } from '../support/page.js';
import { openTestService, type TestService } from '../support/test-service.js';

let service: TestService;
let owner: TestMember;
let closeReplica: () => Promise<void>;
let askReplica: TestService['ask'];
beforeAll(async () => {
  service = await openTestService();
  const storage = await openStorage(service.databaseUrl);
  askReplica = askApp(createApp(createDeps({ storage, ...service.opened })), service.secretKey);
  closeReplica = () => storage.close();
  owner = await joinAs(service, 'owner');
});
afterAll(async () => {
  await closeReplica();
  await service.close();
});

/** The same browser at another replica. */
const elsewhere = ({ cookie }: Page): Page => Object.assign(openPage({ ask: askReplica }), { cookie });

describe('two processes on one database', () => {
  it('know each other’s sessions', async () => {
    expect((await elsewhere(owner).ask('GET', '/v1/session')).data.person.email).toBe(owner.email);
  });

  it('end a session for both at once', async () => {
    const person = await joinAs(service, 'viewer');
    expect((await elsewhere(person).ask('GET', '/v1/workspace')).status).toBe(200);
    await elsewhere(person).ask('DELETE', '/v1/session');
    expect((await person.ask('GET', '/v1/workspace')).status).toBe(401);
  });

  it('know a role that changed, and a member who was removed, at once', async () => {
    const person = await joinAs(service, 'viewer');
    const there = elsewhere(person);
    const audit = () => there.ask('GET', '/v1/audit-log');
    expect((await audit()).status).toBe(403);
    await owner.ask('PATCH', `/v1/members/${person.memberId}`, { body: { role: 'owner' } });
    expect((await audit()).status).toBe(200);
    await owner.ask('DELETE', `/v1/members/${person.memberId}`);
    expect((await audit()).status).toBe(404);
  });

  it('let one of two in by a link that comes to both', async () => {
    const { data } = await owner.ask('POST', '/v1/members', {
      body: { email: 'both@example.com', role: 'viewer' },
    });
    const body = { token: new URL(data.link).hash.slice(1), password: 'correct horse battery' };
    const answers = await Promise.all([
      openPage(service).ask('POST', '/v1/invitations/accept', { body }),
      openPage({ ask: askReplica }).ask('POST', '/v1/invitations/accept', { body }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 404]);
  });
});
