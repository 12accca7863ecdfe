import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { joinAs, type TestMember } from './support/page.js';
import { openTestService, type TestService } from './support/test-service.js';

interface Entry {
  readonly id: string;
  readonly actor: { readonly kind: string; readonly id: string | null; readonly name: string | null };
  readonly action: string;
  readonly target: { readonly type: string; readonly id: string };
  readonly before: unknown;
  readonly after: unknown;
  readonly createdAt: string;
}

let service: TestService;
let owner: TestMember;
let codeId: string;
const minute = 60_000;
beforeAll(async () => {
  service = await openTestService();
  owner = await joinAs(service, 'owner');
  service.pass(minute);
  codeId = (await service.makeCode({ code: 'AUDIT', name: '=cmd|calc' })).id;
  service.pass(minute);
  await owner.ask('PATCH', `/v1/discount-codes/${codeId}`, { body: { value: 20 } });
  service.pass(minute);
  await service.ask('DELETE', `/v1/discount-codes/${codeId}`);
});
afterAll(() => service.close());

const list = async (query = ''): Promise<Entry[]> =>
  (await service.ask('GET', `/v1/audit-log${query}`)).data.items as Entry[];
const actionsOf = (entries: readonly Entry[]) => entries.map(({ action }) => action);
const asFile = (accept: string, query = '') =>
  service.ask('GET', `/v1/audit-log${query}`, { headers: { accept } });

describe('the audit log', () => {
  it('says who did what to which object, with what it was before and after', async () => {
    const [archived, changed, created] = await list(`?target=${codeId}`);
    expect(created).toMatchObject({
      action: 'discount_code.created',
      actor: { kind: 'api_key', id: expect.stringMatching(/^ak_/), name: 'test' },
      target: { type: 'discount_code', id: codeId },
      before: null,
      after: { code: 'AUDIT', value: 10 },
    });
    expect(changed).toMatchObject({
      action: 'discount_code.updated',
      actor: { kind: 'member', id: owner.memberId, name: owner.email },
      before: { value: 10 },
      after: { value: 20 },
    });
    expect(archived).toMatchObject({ before: { archivedAt: null }, after: { active: false } });
  });

  it('lists what one actor did, a member or a key', async () => {
    expect(actionsOf(await list(`?actor=${owner.memberId}`))).toEqual([
      'discount_code.updated',
      'member.joined',
    ]);
    const [created] = (await list(`?target=${codeId}`)).slice(-1);
    const byKey = await list(`?actor=${created?.actor.id}`);
    expect(actionsOf(byKey)).toContain('discount_code.archived');
    expect(actionsOf(byKey)).not.toContain('discount_code.updated');
  });

  it('lists a span of time, its end not included', async () => {
    const [, changed, created] = await list(`?target=${codeId}`);
    const span = (from: string | undefined, to: string | undefined) =>
      list(`?target=${codeId}&from=${from ?? ''}&to=${to ?? ''}`);
    expect(actionsOf(await span(created?.createdAt, changed?.createdAt))).toEqual(['discount_code.created']);
    const shifted = created?.createdAt.replace('Z', '%2B00:00');
    expect(actionsOf(await span(shifted, changed?.createdAt))).toEqual(['discount_code.created']);
    expect(await span('2020-01-01T00:00:00Z', '2020-01-02T00:00:00Z')).toEqual([]);
    expect(await list('?from=1900-01-01T00:00:00Z')).toHaveLength((await list()).length);
  });

  it('pages newest first, each entry once, while more are written', async () => {
    const seen: string[] = [];
    for (let cursor = ''; ;) {
      const { data } = await service.ask('GET', `/v1/audit-log?limit=2${cursor}`);
      seen.push(...data.items.map(({ id }: Entry) => id));
      await service.ask('PATCH', '/v1/workspace', { body: { name: `Toko ${seen.length}` } });
      if (!data.hasMore) break;
      cursor = `&cursor=${data.nextCursor}`;
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect([...seen].sort().reverse()).toEqual(seen);
  });

  it('names a member who was removed', async () => {
    const member = await joinAs(service, 'manager');
    await member.ask('POST', '/v1/discount-codes', { body: { code: 'LEFT', type: 'percent', value: 1 } });
    await owner.ask('DELETE', `/v1/members/${member.memberId}`);
    const [entry] = await list(`?actor=${member.memberId}`);
    expect(entry?.actor.name).toBe(member.email);
  });

  it.each(['?from=yesterday', '?to=2026-13-01T00:00:00Z', '?cursor=x', '?limit=0', '?actors=x'])(
    'refuses what it cannot read: %s',
    async (query) => {
      expect((await service.ask('GET', `/v1/audit-log${query}`)).error?.code).toBe('VALIDATION_ERROR');
    },
  );

  it('is a workspace’s own', async () => {
    const { secretKey: key } = await service.makeWorkspace();
    const { data } = await service.ask('GET', `/v1/audit-log?target=${codeId}`, { key });
    expect(data.items).toEqual([]);
  });
});

describe('the audit log as a file', () => {
  it('is CSV with a line for each entry, and no cell that a spreadsheet runs', async () => {
    const answer = await asFile('text/csv', `?target=${codeId}&limit=1`);
    expect(answer.headers.get('content-type')).toMatch(/^text\/csv/);
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="audit-log.csv"');
    const lines = answer.text.trimEnd().split('\r\n');
    expect(lines[0]).toBe('createdAt,action,targetType,targetId,actorKind,actorId,actorName,before,after,id');
    expect(lines).toHaveLength(4);
    expect(lines[2]).toContain(`member,${owner.memberId},${owner.email}`);
    for (const cell of answer.text.split(/[,\n]/)) expect(cell).not.toMatch(/^[=+@-]/);
  });

  it('is NDJSON with the entries as the list answers them', async () => {
    const answer = await asFile('application/x-ndjson', `?target=${codeId}`);
    expect(answer.headers.get('content-type')).toMatch(/^application\/x-ndjson/);
    const entries = answer.text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Entry);
    expect(entries).toEqual(await list(`?target=${codeId}`));
  });

  it('goes beyond a page, newest first, without a gap', async () => {
    const { secretKey: key, id } = await service.makeWorkspace();
    const { storage, newId, now } = service.deps;
    await storage.write(async (tx) => {
      for (let count = 0; count < 1_200; count += 1) {
        const row = { workspace_id: id, id: newId('aud'), actor_kind: 'system', actor_id: null } as const;
        const target = { target_type: 'x', target_id: `x-${count}`, before: null, after: null };
        await tx
          .insertInto('audit_log')
          .values({ ...row, ...target, action: 'x', created_at: now() })
          .execute();
      }
    });
    const answer = await service.ask('GET', '/v1/audit-log', {
      key,
      headers: { accept: 'application/x-ndjson' },
    });
    const entries = answer.text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Entry);
    const targets = entries.map(({ target }) => target.id).filter((target) => target.startsWith('x-'));
    expect(targets).toEqual(Array.from({ length: 1_200 }, (_, count) => `x-${1_199 - count}`));
  });

  it('stands in the log with who took it and what they asked for', async () => {
    await owner.ask('GET', `/v1/audit-log?target=${codeId}`, { headers: { accept: 'text/csv' } });
    const [entry] = await list();
    expect(entry).toMatchObject({
      action: 'audit_log.exported',
      actor: { id: owner.memberId },
      after: { format: 'csv', target: codeId },
    });
  });

  it('is for those who may read it', async () => {
    const viewer = await joinAs(service, 'viewer');
    const answer = await viewer.ask('GET', '/v1/audit-log', { headers: { accept: 'text/csv' } });
    expect(answer.error?.code).toBe('FORBIDDEN');
  });
});
