import type { MemberRole } from '@hemat/shared/schemas';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { joinAs, type TestMember } from '../support/page.js';
import { openTestService, type TestService } from '../support/test-service.js';

let service: TestService;
let members: Readonly<Record<MemberRole, TestMember>>;
let codes = 0;
beforeAll(async () => {
  service = await openTestService();
  members = {
    owner: await joinAs(service, 'owner'),
    manager: await joinAs(service, 'manager'),
    viewer: await joinAs(service, 'viewer'),
  };
});
afterAll(() => service.close());

const newCode = () => ({ code: `ROLE${(codes += 1)}`, type: 'percent', value: 10 });
const cart = { currency: 'IDR', subtotal: 100_000 };

/** A call, what it sends, and who may make it. */
const calls: readonly [string, string, () => object | undefined, readonly MemberRole[]][] = [
  ['GET', '/v1/discount-codes', () => undefined, ['owner', 'manager', 'viewer']],
  ['GET', '/v1/redemptions', () => undefined, ['owner', 'manager', 'viewer']],
  ['GET', '/v1/workspace', () => undefined, ['owner', 'manager', 'viewer']],
  ['GET', '/v1/modules', () => undefined, ['owner', 'manager', 'viewer']],
  ['POST', '/v1/discount-codes', newCode, ['owner', 'manager']],
  ['POST', '/v1/discount-codes/validate', () => ({ code: 'X', ...cart }), ['owner', 'manager']],
  ['POST', '/v1/redemptions/reconcile', () => ({ paidOrders: [] }), ['owner', 'manager']],
  ['PATCH', '/v1/workspace', () => ({ name: 'Toko' }), ['owner']],
  ['PATCH', '/v1/modules', () => ({ marketing: true }), ['owner']],
  ['GET', '/v1/api-keys', () => undefined, ['owner']],
  ['POST', '/v1/api-keys', () => ({ name: 'Shop', kind: 'bearer' }), ['owner']],
  ['GET', '/v1/audit-log', () => undefined, ['owner']],
  ['GET', '/v1/members', () => undefined, ['owner']],
  ['GET', '/v1/invitations', () => undefined, ['owner']],
  ['POST', '/v1/members', () => ({ email: 'guest@example.com', role: 'viewer' }), ['owner']],
  ['POST', '/v1/admin/workspaces', () => ({ accountId: 'acc_1', slug: 'acc-one' }), []],
];

describe.each(calls)('%s %s', (method, path, bodyOf, mayCall) => {
  it.each(['owner', 'manager', 'viewer'] as const)('lets %s in as their role says', async (role) => {
    const body = bodyOf();
    const answer = await members[role].ask(method, path, body === undefined ? {} : { body });
    const isLetIn = answer.error?.code !== 'FORBIDDEN';
    expect([role, isLetIn]).toEqual([role, mayCall.includes(role)]);
    if (isLetIn && answer.error?.code !== 'VALIDATION_ERROR') expect(answer.status).toBeLessThan(300);
  });
});

describe('a member', () => {
  it('is named in the audit log by what they did', async () => {
    const made = await members.manager.ask('POST', '/v1/discount-codes', { body: newCode() });
    const { data } = await service.ask('GET', `/v1/audit-log?target=${made.data.id}`);
    expect(data.items).toEqual([
      expect.objectContaining({
        action: 'discount_code.created',
        actor: expect.objectContaining({ kind: 'member', id: members.manager.memberId }),
      }),
    ]);
  });

  it('is stopped by the module switch like a key', async () => {
    await members.owner.ask('PATCH', '/v1/modules', { body: { marketing: false } });
    const answer = await members.owner.ask('GET', '/v1/discount-codes');
    await members.owner.ask('PATCH', '/v1/modules', { body: { marketing: true } });
    expect(answer.error?.code).toBe('MARKETING_MODULE_DISABLED');
  });

  it('cannot make keys for partners', async () => {
    const body = { name: 'x', kind: 'bearer', scopes: ['platform:admin'] };
    expect((await members.owner.ask('POST', '/v1/api-keys', { body })).error?.code).toBe('FORBIDDEN');
  });

  it('has Idempotency-Keys of their own', async () => {
    const headers = { 'idempotency-key': 'one' };
    const body = newCode();
    const first = await members.manager.ask('POST', '/v1/discount-codes', { body, headers });
    const again = await members.manager.ask('POST', '/v1/discount-codes', { body, headers });
    expect([first.text, again.headers.get('idempotency-replayed')]).toEqual([again.text, 'true']);
    const other = await members.owner.ask('POST', '/v1/discount-codes', { body, headers });
    expect(other.error?.code).toBe('CODE_EXISTS');
  });

  it('gives way to a key that is sent beside the cookie', async () => {
    const { secret } = await service.makeKey('bearer', ['validate']);
    const headers = { authorization: `Bearer ${secret}` };
    expect((await members.owner.ask('GET', '/v1/discount-codes', { headers })).error?.code).toBe('FORBIDDEN');
  });
});
