import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { joinAs, type TestMember } from '../support/page.js';
import { openTestService, type TestService, type TestWorkspace } from '../support/test-service.js';

let service: TestService;
let owner: TestMember;
beforeAll(async () => {
  service = await openTestService();
  owner = await joinAs(service, 'owner');
});
afterAll(() => service.close());

const setRole = (id: string, role: string) => owner.ask('PATCH', `/v1/members/${id}`, { body: { role } });

describe('a person of two workspaces', () => {
  let other: TestWorkspace;
  let person: TestMember;
  beforeAll(async () => {
    other = await service.makeWorkspace();
    person = await joinAs(service, 'owner');
    const { memberId: _, ...again } = await joinAgain(person.email);
    person.cookie = again.cookie;
  });
  /** They accept with the password they have. */
  const joinAgain = (email: string) => joinAs(service, 'viewer', { key: other.secretKey, email });

  it('belongs to both, by name', async () => {
    const { data } = await person.ask('GET', '/v1/session');
    const roles = data.workspaces.map(({ id, role }: { id: string; role: string }) => [id, role]);
    expect(roles).toEqual([
      [service.id, 'owner'],
      [other.id, 'viewer'],
    ]);
  });

  it('says which one each call is for, by id or slug', async () => {
    for (const workspace of [other.id, other.slug]) {
      expect((await person.ask('GET', '/v1/workspace', { workspace })).data.id).toBe(other.id);
    }
    expect((await person.ask('GET', '/v1/workspace', { workspace: service.id })).data.id).toBe(service.id);
  });

  it('acts on neither where they do not say', async () => {
    const { error } = await person.ask('GET', '/v1/workspace');
    expect(error).toMatchObject({ code: 'VALIDATION_ERROR', field: 'Hemat-Workspace' });
  });

  it('has in each the role they have there', async () => {
    const rename = (workspace: string) =>
      person.ask('PATCH', '/v1/workspace', { workspace, body: { name: 'New name' } });
    expect((await rename(service.id)).status).toBe(200);
    expect((await rename(other.id)).error?.code).toBe('FORBIDDEN');
  });

  it('finds a third one no more than one that does not exist', async () => {
    const third = await service.makeWorkspace();
    for (const workspace of [third.id, third.slug, 'nowhere', 'usr_nowhere']) {
      expect((await person.ask('GET', '/v1/workspace', { workspace })).status).toBe(404);
    }
  });

  it('never sees the codes of one from the other', async () => {
    const { id } = await service.makeCode();
    const answer = await person.ask('GET', `/v1/discount-codes/${id}`, { workspace: other.id });
    expect(answer.status).toBe(404);
  });
});

describe('a change of role', () => {
  it('holds from the next call on, and stands in the audit log with before and after', async () => {
    const member = await joinAs(service, 'viewer');
    const make = () =>
      member.ask('POST', '/v1/discount-codes', { body: { code: 'ROLES', type: 'percent', value: 5 } });
    expect((await make()).status).toBe(403);
    expect((await setRole(member.memberId, 'manager')).data.role).toBe('manager');
    expect((await make()).status).toBe(201);
    const { data } = await owner.ask('GET', `/v1/audit-log?target=${member.memberId}`);
    expect(data.items[0]).toMatchObject({
      action: 'member.role_changed',
      actor: { kind: 'member', id: owner.memberId },
      before: { role: 'viewer' },
      after: { role: 'manager' },
    });
  });

  it('to the same role changes nothing', async () => {
    const { memberId } = await joinAs(service, 'viewer');
    await setRole(memberId, 'viewer');
    const { data } = await owner.ask('GET', `/v1/audit-log?target=${memberId}`);
    expect(data.items.map(({ action }: { action: string }) => action)).toEqual(['member.joined']);
  });
});

describe('removing a member', () => {
  it('shuts them out from the next call on; they are no member any more', async () => {
    const member = await joinAs(service, 'manager');
    expect((await owner.ask('DELETE', `/v1/members/${member.memberId}`)).data.id).toBe(member.memberId);
    expect((await member.ask('GET', '/v1/workspace')).status).toBe(404);
    expect((await member.ask('GET', '/v1/session')).data.workspaces).toEqual([]);
    expect((await owner.ask('DELETE', `/v1/members/${member.memberId}`)).status).toBe(404);
  });

  it('can be undone by inviting them again: they come back under the same id', async () => {
    const member = await joinAs(service, 'manager');
    await owner.ask('DELETE', `/v1/members/${member.memberId}`);
    const again = await joinAs(service, 'viewer', { email: member.email });
    expect(again.memberId).toBe(member.memberId);
    expect((await again.ask('GET', '/v1/session')).data.workspaces[0].role).toBe('viewer');
  });

  it('of another workspace is a 404', async () => {
    const { secretKey: key } = await service.makeWorkspace();
    const { memberId } = await joinAs(service, 'viewer');
    expect((await service.ask('DELETE', `/v1/members/${memberId}`, { key })).status).toBe(404);
  });
});

describe('the last owner', () => {
  it('can neither be removed nor be made less, by anybody', async () => {
    const { secretKey: key } = await service.makeWorkspace();
    const only = await joinAs(service, 'owner', { key });
    const path = `/v1/members/${only.memberId}`;
    for (const answer of [
      await only.ask('DELETE', path),
      await service.ask('DELETE', path, { key }),
      await only.ask('PATCH', path, { body: { role: 'manager' } }),
    ]) {
      expect([answer.status, answer.error?.code]).toEqual([409, 'LAST_OWNER']);
    }
  });

  it('stays when two owners remove each other in the same moment', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { secretKey: key } = await service.makeWorkspace();
      const [one, two] = [await joinAs(service, 'owner', { key }), await joinAs(service, 'owner', { key })];
      await Promise.all([
        one.ask('DELETE', `/v1/members/${two.memberId}`),
        two.ask('DELETE', `/v1/members/${one.memberId}`),
      ]);
      const { data } = await service.ask('GET', '/v1/members', { key });
      expect(data.items).toHaveLength(1);
    }
  });
});

describe('the list of members', () => {
  it('pages newest first, and leaves nobody out', async () => {
    const { secretKey: key } = await service.makeWorkspace();
    const joined: string[] = [];
    for (let count = 0; count < 5; count += 1)
      joined.push((await joinAs(service, 'viewer', { key })).memberId);
    const seen: string[] = [];
    for (let cursor = ''; ;) {
      const { data } = await service.ask('GET', `/v1/members?limit=2${cursor}`, { key });
      seen.push(...data.items.map(({ id }: { id: string }) => id));
      if (!data.hasMore) break;
      cursor = `&cursor=${data.nextCursor}`;
    }
    expect(seen).toEqual(joined.reverse());
  });
});
