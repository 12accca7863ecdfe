import type { ApiKeyScope } from '@hemat/shared/schemas';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestService, type TestService } from './support/test-service.js';

let service: TestService;
beforeAll(async () => {
  service = await openTestService();
});
afterAll(() => service.close());

const codeOf = async (key: string | null, headers: Record<string, string> = {}) => {
  const { error } = await service.ask('GET', '/v1/workspace', { key, headers });
  return error?.code ?? 'let in';
};

describe('a secret key', () => {
  it('lets in, in any letter case of the scheme', async () => {
    const authorization = `bearer   ${service.secretKey}`;
    expect(await codeOf(null, { authorization })).toBe('let in');
  });

  it('with a typo is refused without a read', async () => {
    const { findKeyByHash } = service.deps.directory;
    let reads = 0;
    service.deps.directory.findKeyByHash = (hash) => {
      reads += 1;
      return findKeyByHash(hash);
    };
    for (let at = 8; at < service.secretKey.length; at += 5) {
      const other = service.secretKey[at] === '7' ? '8' : '7';
      const typo = service.secretKey.slice(0, at) + other + service.secretKey.slice(at + 1);
      expect(await codeOf(typo)).toBe('INVALID_API_KEY');
    }
    service.deps.directory.findKeyByHash = findKeyByHash;
    expect(reads).toBe(0);
  });

  it.each([
    ['none', null, {}, 'AUTH_REQUIRED'],
    ['an empty one', null, { authorization: 'Bearer ' }, 'AUTH_REQUIRED'],
    ['another scheme', null, { authorization: 'Basic dTpw' }, 'AUTH_REQUIRED'],
    ['something else', 'whatever', {}, 'INVALID_API_KEY'],
  ])('is needed: %s is refused', async (_, key, headers, code) => {
    expect(await codeOf(key, headers)).toBe(code);
  });

  it('of nobody is refused', async () => {
    const other = await openTestService();
    expect(await codeOf(other.secretKey)).toBe('INVALID_API_KEY');
    await other.close();
  });

  it('is stored as a hash, shown once, and known by its first characters', async () => {
    const made = await service.ask('POST', '/v1/api-keys', { body: { name: 'Shop', kind: 'bearer' } });
    const { apiKey, secret } = made.data;
    expect(made.status).toBe(201);
    expect(secret).toMatch(/^sk_live_[0-9a-z]{39}$/);
    expect(apiKey).toMatchObject({ keyId: secret.slice(0, 14), scopes: ['read', 'validate', 'redeem'] });
    const listed = await service.ask('GET', '/v1/api-keys');
    expect(listed.data.items.map(({ id }: { id: string }) => id)).toContain(apiKey.id);
    expect(listed.text).not.toContain(secret);
    const rows = await service.deps.storage.reader.selectFrom('api_keys').selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(secret);
  });

  it('from a web page is refused, and the audit log says so once a minute', async () => {
    const leaked = await service.makeKey('bearer', ['read']);
    const origin = { origin: 'https://shop.example' };
    for (let time = 0; time < 3; time += 1) {
      expect(await codeOf(leaked.secret, origin)).toBe('SECRET_KEY_IN_BROWSER');
    }
    const leaks = async () => {
      const { data } = await service.ask('GET', `/v1/audit-log?target=${leaked.id}`);
      return data.items.filter(({ action }: { action: string }) => action === 'api_key.used_in_browser');
    };
    expect(await leaks()).toEqual([
      expect.objectContaining({
        after: { origin: 'https://shop.example' },
        actor: { kind: 'api_key', id: leaked.id, name: 'test' },
      }),
    ]);
    service.pass(60_000);
    await codeOf(leaked.secret, origin);
    expect(await leaks()).toHaveLength(2);
  });

  it('ends with the answer that revokes it, and revoking again changes nothing', async () => {
    const { id, secret } = await service.makeKey('bearer', ['read']);
    expect(await codeOf(secret)).toBe('let in');
    const revoked = await service.ask('POST', `/v1/api-keys/${id}/revoke`);
    expect(revoked.data.revokedAt).toBe(new Date(service.now()).toISOString());
    expect(await codeOf(secret)).toBe('INVALID_API_KEY');
    service.pass(1000);
    expect((await service.ask('POST', `/v1/api-keys/${id}/revoke`)).data).toEqual(revoked.data);
  });

  it('is stamped with its last use in one write for many calls', async () => {
    const { id, secret } = await service.makeKey('bearer', ['read']);
    for (let call = 0; call < 5; call += 1) await codeOf(secret);
    service.pass(5000);
    await codeOf(secret);
    const used = async () => {
      const { data } = await service.ask('GET', '/v1/api-keys');
      return data.items.find((key: { id: string }) => key.id === id).lastUsedAt;
    };
    expect(await used()).toBeNull();
    await service.deps.keyUses.flush();
    expect(await used()).toBe(new Date(service.now()).toISOString());
  });
});

it.each(['bearer', 'signed'] as const)(
  'a %s key can not be made over HTTP to act for partners',
  async (kind) => {
    const body = { name: 'x', kind, scopes: ['platform:admin'] };
    expect((await service.ask('POST', '/v1/api-keys', { body })).error?.code).toBe('FORBIDDEN');
  },
);

it('a publishable key has no scopes and opens no call of a back end', async () => {
  const body = { name: 'x', kind: 'publishable', scopes: ['read'] };
  expect((await service.ask('POST', '/v1/api-keys', { body })).error).toMatchObject({ field: 'scopes' });
  expect(await codeOf(service.publishableKey)).toBe('FORBIDDEN');
});

describe('scopes', () => {
  const each: readonly [string, string, readonly ApiKeyScope[]][] = [
    ['GET', '/v1/discount-codes', ['read', 'manage', 'admin']],
    ['POST', '/v1/discount-codes', ['manage', 'admin']],
    ['GET', '/v1/discount-codes/x', ['read', 'manage', 'admin']],
    ['PATCH', '/v1/discount-codes/x', ['manage', 'admin']],
    ['DELETE', '/v1/discount-codes/x', ['manage', 'admin']],
    ['GET', '/v1/discount-codes/x/redemptions', ['read', 'manage', 'admin']],
    ['POST', '/v1/discount-codes/validate', ['validate', 'redeem', 'admin']],
    ['POST', '/v1/discount-codes/lock', ['redeem', 'admin']],
    ['POST', '/v1/discount-codes/redeem', ['redeem', 'admin']],
    ['POST', '/v1/discount-codes/release', ['redeem', 'admin']],
    ['GET', '/v1/redemptions', ['read', 'manage', 'admin']],
    ['GET', '/v1/redemptions/x', ['read', 'manage', 'admin']],
    ['POST', '/v1/redemptions/x/reverse', ['redeem', 'admin']],
    ['POST', '/v1/redemptions/x/refund-preview', ['read', 'redeem', 'manage', 'admin']],
    ['POST', '/v1/redemptions/reconcile', ['redeem', 'admin']],
    ['GET', '/v1/workspace', ['read', 'manage', 'admin']],
    ['PATCH', '/v1/workspace', ['admin']],
    ['GET', '/v1/modules', ['read', 'manage', 'admin']],
    ['PATCH', '/v1/modules', ['admin']],
    ['GET', '/v1/api-keys', ['admin']],
    ['POST', '/v1/api-keys', ['admin']],
    ['POST', '/v1/api-keys/x/revoke', ['admin']],
    ['GET', '/v1/audit-log', ['admin']],
    ['POST', '/v1/admin/workspaces', ['platform:admin']],
  ];
  const scopes: readonly ApiKeyScope[] = ['read', 'validate', 'redeem', 'manage', 'admin', 'platform:admin'];

  it.each(scopes)('of a key with %s alone open what they say and nothing else', async (scope) => {
    const { secret } = await service.makeKey('bearer', [scope]);
    for (const [method, path, allowed] of each) {
      const body = method === 'GET' || method === 'DELETE' ? {} : { body: {} };
      const { status, error } = await service.ask(method, path, { key: secret, ...body });
      const isOpen = status !== 403 && status !== 401;
      expect({ method, path, isOpen, code: isOpen ? '' : error?.code }).toEqual({
        method,
        path,
        isOpen: allowed.includes(scope),
        code: allowed.includes(scope) ? '' : 'FORBIDDEN',
      });
    }
  });
});

describe('a partner', () => {
  it('makes an account’s workspace once, and acts for it with everything', async () => {
    const partner = await service.makeKey('bearer', ['platform:admin']);
    const body = { accountId: 'acc_warung1', slug: 'warung-1', name: 'Warung 1', plan: 'starter' };
    const made = await service.ask('POST', '/v1/admin/workspaces', { key: partner.secret, body });
    expect(made.status).toBe(201);
    expect(made.data).toMatchObject({
      created: true,
      workspace: { id: 'acc_warung1', marketingEnabled: true },
    });
    const again = await service.ask('POST', '/v1/admin/workspaces', {
      key: partner.secret,
      body: { ...body, name: 'Another name' },
    });
    expect(again.status).toBe(200);
    expect(again.data).toEqual({ ...made.data, created: false });

    const headers = { 'hemat-on-behalf-of': 'acc_warung1' };
    const code = { code: 'WARUNG', type: 'percent', value: 5 };
    const created = await service.ask('POST', '/v1/discount-codes', {
      key: partner.secret,
      headers,
      body: code,
    });
    expect(created.status).toBe(201);
    const { error } = await service.ask('GET', `/v1/discount-codes/${created.data.id}`);
    expect(error?.code).toBe('NOT_FOUND');
    const log = await service.ask('GET', '/v1/audit-log', { key: partner.secret, headers });
    expect(log.data.items[0]).toMatchObject({ actor: { kind: 'api_key', id: partner.id } });
  });

  it('changes an account’s plan and fee, which its own keys may not', async () => {
    const partner = await service.makeKey('bearer', ['platform:admin']);
    const body = { accountId: 'acc_warung2', slug: 'warung-2', plan: 'free' };
    await service.ask('POST', '/v1/admin/workspaces', { key: partner.secret, body });
    const headers = { 'hemat-on-behalf-of': 'acc_warung2' };
    const own = await service.makeKey('bearer', ['admin'], 'acc_warung2');
    for (const patch of [{ plan: 'pro' }, { moduleFeeBasisPoints: 20 }]) {
      const denied = await service.ask('PATCH', '/v1/workspace', { key: own.secret, body: patch });
      expect(denied.error).toMatchObject({ code: 'FORBIDDEN', field: Object.keys(patch)[0] });
      const allowed = await service.ask('PATCH', '/v1/workspace', {
        key: partner.secret,
        headers,
        body: patch,
      });
      expect(allowed.data).toMatchObject(patch);
    }
    const on = await service.ask('PATCH', '/v1/modules', { key: own.secret, body: { marketing: true } });
    expect(on.data).toEqual({ marketing: true, plan: 'pro' });
  });

  it.each([
    ['a key that is no partner’s', async () => service.secretKey, 'acc_warung1', 'FORBIDDEN'],
    ['an account there is not', partnerKey, 'acc_nobody', 'NOT_FOUND'],
    ['a workspace of its own sign-up', partnerKey, () => service.id, 'NOT_FOUND'],
  ] as const)('is refused with %s', async (_, key, account, code) => {
    const onBehalfOf = typeof account === 'string' ? account : account();
    const headers = { 'hemat-on-behalf-of': onBehalfOf };
    const { error } = await service.ask('GET', '/v1/workspace', { key: await key(), headers });
    expect(error?.code).toBe(code);
  });

  it('is told that a slug is taken', async () => {
    const body = { accountId: 'acc_late', slug: service.slug };
    const { status, error } = await service.ask('POST', '/v1/admin/workspaces', {
      key: await partnerKey(),
      body,
    });
    expect({ status, field: error?.field }).toEqual({ status: 400, field: 'slug' });
  });
});

async function partnerKey(): Promise<string> {
  return (await service.makeKey('bearer', ['platform:admin'])).secret;
}
