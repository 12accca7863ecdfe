import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { updateWorkspace } from '../../server/src/storage/repositories/workspaces.js';
import { joinAs, tokenOf, openPage, password } from './support/page.js';
import { openTestService, type TestService } from './support/test-service.js';

let service: TestService;
let partner: string;
let accounts = 0;
beforeAll(async () => {
  service = await openTestService();
  partner = (await service.makeKey('bearer', ['platform:admin'])).secret;
});
afterAll(() => service.close());

const cart = { currency: 'IDR', subtotal: 100_000 };

/** An account's workspace, and the partner acting for it. */
async function newAccount(given: object = {}) {
  const accountId = `acc_modul${(accounts += 1)}`;
  const provision = (more: object = {}) =>
    service.ask('POST', '/v1/admin/workspaces', {
      key: partner,
      body: { accountId, slug: accountId.replace('_', '-'), ...given, ...more },
    });
  const made = await provision();
  const headers = { 'hemat-on-behalf-of': accountId };
  const ask = (method: string, path: string, body?: object) =>
    service.ask(method, path, { key: partner, headers, ...(body && { body }) });
  return { accountId, made, provision, ask };
}

describe('the first enable by a partner', () => {
  it('makes the workspace with the module on', async () => {
    const { made, ask } = await newAccount();
    expect([made.status, made.data.created]).toEqual([201, true]);
    expect((await ask('GET', '/v1/modules')).data).toEqual({ marketing: true, plan: 'starter' });
  });

  it('is one, however often and at the same time it is asked for', async () => {
    const accountId = 'acc_race';
    const body = { accountId, slug: 'acc-race' };
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => service.ask('POST', '/v1/admin/workspaces', { key: partner, body })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 200, 200, 200, 201]);
    expect(new Set(answers.map(({ data }) => JSON.stringify(data.workspace))).size).toBe(1);
  });

  it('changes nothing of an account that is there, the module included', async () => {
    const { ask, provision } = await newAccount();
    await ask('PATCH', '/v1/modules', { marketing: false });
    const again = await provision({ name: 'Another', plan: 'pro', marketing: true });
    expect(again.data).toMatchObject({
      created: false,
      workspace: { plan: 'starter', marketingEnabled: false },
    });
  });

  it('on the free plan leaves the module off, and refuses to have it on', async () => {
    const { ask } = await newAccount({ plan: 'free' });
    expect((await ask('GET', '/v1/modules')).data.marketing).toBe(false);
    const body = { accountId: 'acc_free', slug: 'acc-free', plan: 'free', marketing: true };
    const answer = await service.ask('POST', '/v1/admin/workspaces', { key: partner, body });
    expect([answer.status, answer.error?.code]).toEqual([403, 'UPGRADE_REQUIRED']);
  });
});

describe('a change of plan', () => {
  it('to free turns the module off and loses nothing; back up it is turned on by hand', async () => {
    const { ask } = await newAccount();
    const { data } = await ask('POST', '/v1/discount-codes', { code: 'KEPT', type: 'percent', value: 10 });
    await ask('POST', '/v1/discount-codes/lock', { code: 'KEPT', ...cart, orderId: 'one' });
    await ask('PATCH', '/v1/workspace', { plan: 'free' });
    expect((await ask('GET', '/v1/discount-codes')).error?.code).toBe('MARKETING_MODULE_DISABLED');
    expect((await ask('PATCH', '/v1/modules', { marketing: true })).error?.code).toBe('UPGRADE_REQUIRED');
    expect((await ask('POST', '/v1/discount-codes/redeem', { orderId: 'one' })).status).toBe(201);
    await ask('PATCH', '/v1/workspace', { plan: 'starter' });
    expect((await ask('GET', '/v1/modules')).data).toEqual({ marketing: false, plan: 'starter' });
    await ask('PATCH', '/v1/modules', { marketing: true });
    expect((await ask('GET', `/v1/discount-codes/${data.id}`)).data).toMatchObject({
      code: 'KEPT',
      usesTotal: 1,
    });
  });

  it('counts from the moment it is made, also where another process made it', async () => {
    const { ask, accountId } = await newAccount();
    await ask('PATCH', '/v1/modules', { marketing: false });
    // From here on the directory knows the plan it had.
    await ask('GET', '/v1/modules');
    await service.deps.storage.write((tx) => updateWorkspace(tx, accountId, { plan: 'free' }));
    expect((await ask('PATCH', '/v1/modules', { marketing: true })).error?.code).toBe('UPGRADE_REQUIRED');
  });

  it('is not an owner’s to make', async () => {
    const owner = await joinAs(service, 'owner');
    const answer = await owner.ask('PATCH', '/v1/workspace', { body: { plan: 'pro' } });
    expect(answer.error).toMatchObject({ code: 'FORBIDDEN', field: 'plan' });
  });
});

describe('an account of a partner', () => {
  it('gets its first owner by an invitation of the partner', async () => {
    const { ask, accountId } = await newAccount();
    const invited = await ask('POST', '/v1/members', { email: 'warung@example.com', role: 'owner' });
    const page = openPage(service);
    const token = tokenOf(invited.data.link);
    const joined = await page.ask('POST', '/v1/invitations/accept', { body: { token, password } });
    expect(joined.data.workspaces).toEqual([expect.objectContaining({ id: accountId, role: 'owner' })]);
    expect((await page.ask('PATCH', '/v1/modules', { body: { marketing: false } })).status).toBe(200);
  });

  it('keeps in its audit log what the partner did for it', async () => {
    const { ask, accountId } = await newAccount();
    await ask('PATCH', '/v1/modules', { marketing: false });
    const { data } = await ask('GET', `/v1/audit-log?target=${accountId}`);
    expect(data.items).toEqual([
      expect.objectContaining({
        action: 'module.disabled',
        actor: expect.objectContaining({ kind: 'api_key' }),
      }),
      expect.objectContaining({ action: 'workspace.created' }),
    ]);
  });
});
