import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reasons } from '@hemat/shared';
import { appliedAnswer, publicValidateInput, refusedAnswer } from '@hemat/shared/schemas';
import { signCustomerToken } from '../../server/src/services/customer-token.js';
import { listPublicPromos } from '../../server/src/services/list-public-promos.js';
import { validateCodes } from '../../server/src/services/validate-codes.js';
import { insertApiKey, revokeApiKey } from '../../server/src/storage/repositories/api-keys.js';
import type { Storage } from '../../server/src/storage/storage.js';
import { databases } from './support/databases.js';
import { createWorld, refusalOf, valueOf, type World } from './support/world.js';

const cart = {
  currency: 'IDR',
  lineItems: [{ productId: 'p-1', tags: ['drink'], quantity: 2, unitAmount: 50_000 }],
  region: 'ID-JK',
};
const hour = 3_600_000;

describe.each(databases)('validate on $name', ({ open }) => {
  let storage: Storage;
  let world: World;
  beforeAll(async () => {
    storage = await open();
    world = await createWorld(storage, { rounding_increment: 100 });
  });
  afterAll(() => storage.close());

  it('answers what a code gives, with terms, checks, uses left and a quote', async () => {
    const code = await world.createCode({ code: 'Kopi15', value: 12.37, maxUsesTotal: 9 });
    const verdict = await world.validate({ code: 'KOPI15', ...cart });
    expect(appliedAnswer.parse(verdict)).toEqual(verdict);
    expect(verdict).toMatchObject({
      applies: true,
      discountAmount: 12_300,
      total: 87_700,
      codes: [{ id: code.id, code: 'Kopi15', terms: { value: 12.37, roundingIncrement: 100 } }],
      allocations: [{ lineId: '1', amount: 12_300 }],
      usesLeft: 9,
      serverTime: '2026-06-01T12:00:00.000Z',
      quoteExpiresAt: '2026-06-01T12:30:00.000Z',
    });
    expect(verdict.checks?.map(({ outcome }) => outcome)).toEqual(reasons.map(() => 'passed'));
  });

  it.each([
    ['CODE_NOT_FOUND', null, {}, false],
    ['INACTIVE', { active: false }, {}, false],
    ['NOT_YET_VALID', { startsAt: '2026-07-01T00:00:00Z' }, {}, true],
    ['EXPIRED', { expiresAt: '2026-06-01T12:00:00Z' }, {}, false],
    ['CUSTOMER_REQUIRED', { maxUsesPerCustomer: 1 }, {}, false],
    ['CUSTOMER_NOT_ELIGIBLE', { customerEligibility: 'returning' }, { customerId: 'c' }, false],
    ['CURRENCY_MISMATCH', { currency: 'USD' }, {}, false],
    ['REGION_MISMATCH', { regions: ['SG'] }, {}, true],
    ['MIN_PURCHASE_NOT_MET', { currency: 'IDR', minPurchaseAmount: 100_001 }, {}, true],
    ['SCOPE_MISMATCH', { scope: 'tags', tagFilter: ['food'] }, {}, true],
  ])('refuses with %s, with terms only where the shopper can act', async (reason, fields, over, hasTerms) => {
    const code = reason.replaceAll('_', '-');
    if (fields !== null) await world.createCode({ code, ...fields });
    const verdict = await world.validate({ code, ...cart, ...over });
    expect(verdict).toMatchObject({ applies: false, reason, code, discountAmount: 0, total: 100_000 });
    expect('terms' in verdict).toBe(hasTerms);
    expect(verdict.checks?.find(({ outcome }) => outcome === 'failed')?.check).toBe(reason);
    expect(refusedAnswer.parse({ ...verdict, message: '' })).toEqual({ ...verdict, message: '' });
  });

  it('tells a browser nothing about uses and checks, and believes no bare customer', async () => {
    await world.createCode({ code: 'MEMBER', customerEligibility: 'new' });
    const ask = async (body: object) => {
      const parsed = publicValidateInput.parse({ code: 'MEMBER', ...cart, ...body });
      return valueOf(await validateCodes(world.deps, { audience: 'public', body: parsed }));
    };
    const bare = await ask({ customerId: 'c-1' });
    expect(bare).toMatchObject({
      applies: false,
      reason: 'CUSTOMER_REQUIRED',
      missing: [{ kind: 'customer' }],
    });
    expect(Object.keys(bare)).not.toEqual(expect.arrayContaining(['checks']));
    expect(Object.keys(bare)).not.toEqual(expect.arrayContaining(['usesLeft']));
  });

  it('believes a customer token that a live key of the workspace signed, while it lasts', async () => {
    await world.createCode({ code: 'TOKEN', maxUsesPerCustomer: 1 });
    const hash = createHash('sha256').update('sk_live_secret').digest();
    const workspaceId = world.deps.workspace.id;
    await storage.write((tx) =>
      insertApiKey(tx, {
        workspace_id: workspaceId,
        id: 'ak_1',
        key_id: 'sk_live_',
        kind: 'bearer',
        name: 'shop',
        scopes: '["validate"]',
        secret_hash: hash.toString('hex'),
        sealed_secret: null,
        created_at: 0,
        last_used_at: null,
        revoked_at: null,
      }),
    );
    const expiresAt = new Date(world.deps.now() + hour).toISOString();
    const token = signCustomerToken(hash, { customerId: 'c-1', expiresAt });
    const ask = (customerToken: string) =>
      validateCodes(world.deps, {
        audience: 'public',
        body: publicValidateInput.parse({ code: 'TOKEN', ...cart, customerToken }),
      });
    expect(valueOf(await ask(token))).toMatchObject({ applies: true });
    valueOf(await world.redeem({ orderId: 'token-1', code: 'TOKEN', customerId: 'c-1', ...cart }));
    expect(valueOf(await ask(token))).toMatchObject({ reason: 'CUSTOMER_LIMIT_REACHED' });
    const forged = signCustomerToken(createHash('sha256').update('guess').digest(), {
      customerId: 'c-2',
      expiresAt,
    });
    expect(await ask(forged)).toMatchObject({
      refusal: { code: 'VALIDATION_ERROR', field: 'customerToken' },
    });
    world.pass(hour);
    expect(valueOf(await ask(token))).toMatchObject({ reason: 'CUSTOMER_REQUIRED' });
    await storage.write((tx) => revokeApiKey(tx, workspaceId, 'ak_1', world.deps.now()));
    expect(refusalOf(await ask(token))).toBe('VALIDATION_ERROR');
  });

  it('keeps workspaces apart', async () => {
    await world.createCode({ code: 'OURS' });
    const elsewhere = await createWorld(storage);
    expect(await elsewhere.validate({ code: 'OURS', ...cart })).toMatchObject({ reason: 'CODE_NOT_FOUND' });
  });

  it('lists public promos that run now, best saving first, with what is missing', async () => {
    const shop = await createWorld(storage);
    await shop.createCode({ code: 'SMALL', public: true, value: 5 });
    await shop.createCode({ code: 'BIG', public: true, value: 20 });
    await shop.createCode({
      code: 'FAR',
      public: true,
      value: 90,
      currency: 'IDR',
      minPurchaseAmount: 150_000,
    });
    await shop.createCode({ code: 'DRINK', public: true, value: 10, scope: 'tags', tagFilter: ['drink'] });
    await shop.createCode({ code: 'SECRET' });
    await shop.createCode({ code: 'PAUSED', public: true, active: false });
    await shop.createCode({ code: 'SOON', public: true, startsAt: '2026-07-01T00:00:00Z' });
    await shop.createCode({ code: 'GONE', public: true, expiresAt: '2026-05-01T00:00:00Z' });
    await shop.createCode({ code: 'USED', public: true, maxUsesTotal: 1 });
    valueOf(await shop.redeem({ orderId: 'used-1', code: 'USED', ...cart }));
    const teaser = valueOf(await listPublicPromos(shop.deps, { subtotal: 100_000, tags: ['drink'] }));
    expect(
      teaser.items.map(({ code, eligible, estimatedDiscount, missing }) => [
        code,
        eligible,
        estimatedDiscount,
        missing,
      ]),
    ).toEqual([
      ['BIG', true, 20_000, []],
      ['DRINK', true, 10_000, []],
      ['SMALL', true, 5_000, []],
      ['FAR', false, 0, [{ kind: 'minPurchase', shortBy: 50_000 }]],
    ]);
  });
});
