import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestService, type TestService } from '../http/support/test-service.js';

let service: TestService;
beforeAll(async () => {
  service = await openTestService();
});
afterAll(() => service.close());

/** A client written from Serront's recipe: a Bearer key, JSON. */
const serront = (method: string, path: string, body?: object, key: string | null = service.secretKey) =>
  service.ask(method, `/api/v1${path}`, { key, ...(body && { body }) });

describe('Serront: the way to Ripllo', () => {
  it('makes a code as its page does, without a currency, and answers 200', async () => {
    const body = { code: 'LAUNCH20', type: 'percent', value: 20 };
    const answer = await serront('POST', '/ripllo/discount-codes', body);
    expect(answer.status).toBe(200);
    expect(answer.data).toMatchObject({ ...body, currency: 'IDR', id: expect.stringMatching(/^disc_/) });
  });

  it('passes every call on: list, get, change, ask, redeem, archive', async () => {
    const made = await serront('POST', '/ripllo/discount-codes', {
      code: 'PASS',
      type: 'fixed',
      value: 25_000,
    });
    const { id } = made.data;
    const listed = await serront('GET', '/ripllo/discount-codes?limit=100');
    expect(listed.data.items.map((code: { id: string }) => code.id)).toContain(id);
    expect((await serront('PATCH', `/ripllo/discount-codes/${id}`, { value: 30_000 })).data.value).toBe(
      30_000,
    );
    const question = { accountId: service.id, code: 'pass', subtotal: 250_000, currency: 'IDR' };
    const asked = await serront('POST', '/ripllo/discount-codes/validate', question);
    expect(asked.data).toMatchObject({ valid: true, discountAmount: 30_000, code: { id } });
    const redeem = {
      accountId: service.id,
      discountCodeId: id,
      checkoutSessionId: 'order-7',
      appliedAmount: 30_000,
      externalSource: 'serront',
      externalRef: 'order-7',
    };
    const redeemed = await serront('POST', '/ripllo/discount-codes/redeem', redeem);
    expect([redeemed.status, redeemed.data.created]).toEqual([200, true]);
    expect((await serront('POST', '/ripllo/discount-codes/redeem', redeem)).data.created).toBe(false);
    expect((await serront('DELETE', `/ripllo/discount-codes/${id}`)).data).toMatchObject({
      id,
      active: false,
    });
    expect((await serront('GET', `/ripllo/discount-codes/${id}`)).data.redemptionCount).toBe(1);
  });

  it('names a faulty field as its param', async () => {
    const answer = await serront('POST', '/ripllo/discount-codes', {
      code: 'BAD',
      type: 'percent',
      value: 0,
    });
    expect(answer.status).toBe(400);
    expect(answer.error).toMatchObject({ code: 'VALIDATION_ERROR', param: 'value' });
  });

  it.each([
    [null, 'AUTH_REQUIRED'],
    ['sk_live_unknown', 'INVALID_API_KEY'],
  ])('is closed to a key of nobody: %s', async (key, code) => {
    const answer = await serront('GET', '/ripllo/discount-codes', undefined, key);
    expect([answer.status, answer.error?.code]).toEqual([401, code]);
  });

  it('has no other paths', async () => {
    expect((await serront('GET', '/ripllo/nothing')).status).toBe(404);
  });
});

describe('Serront: the Marketing switch', () => {
  it('is told and thrown in both forms, and closes what it switches off', async () => {
    const shop = await service.makeWorkspace();
    const ask = (method: string, path: string, body?: object) => serront(method, path, body, shop.secretKey);
    await ask('POST', '/ripllo/discount-codes', { code: 'KEEP', type: 'percent', value: 10 });
    const on = {
      modules: { payment: false, marketing: true },
      plugipayAccountId: null,
      ripploAccountId: shop.id,
      available: { payment: false, marketing: true },
    };
    expect((await ask('GET', '/modules')).data).toEqual(on);
    const off = await ask('PATCH', '/modules', { marketing: false });
    expect(off.data).toMatchObject({ modules: { marketing: false }, ripploAccountId: null });
    const closed = await ask('GET', '/ripllo/discount-codes');
    expect([closed.status, closed.error?.code]).toEqual([409, 'MARKETING_MODULE_DISABLED']);
    expect((await ask('POST', '/modules', { module: 'marketing', enabled: true })).data).toEqual(on);
    expect((await ask('GET', '/ripllo/discount-codes')).data.items).toMatchObject([{ code: 'KEEP' }]);
  });

  it('needs a plan', async () => {
    const shop = await service.makeWorkspace({ plan: 'free', marketing: false });
    const answer = await serront('PATCH', '/modules', { marketing: true }, shop.secretKey);
    expect([answer.status, answer.error?.code]).toEqual([403, 'UPGRADE_REQUIRED']);
  });
});

describe('Serront: a storefront', () => {
  const preview = (slug: string, code: string, priceIdr: number) =>
    serront('POST', `/public/storefront/${slug}/validate-discount`, { code, priceIdr }, null);

  it('says whether its order form has a code field', async () => {
    const shop = await service.makeWorkspace();
    const shown = async () =>
      (await serront('GET', `/public/storefront/${shop.slug}`, undefined, null)).data.storefront;
    expect(await shown()).toEqual({ slug: shop.slug, name: shop.slug, discountCodes: true });
    await serront('PATCH', '/modules', { marketing: false }, shop.secretKey);
    expect((await shown()).discountCodes).toBe(false);
    expect((await serront('GET', '/public/storefront/nobody', undefined, null)).status).toBe(404);
  });

  it('previews what a code gives, and counts nothing', async () => {
    await serront('POST', '/ripllo/discount-codes', {
      code: 'LOOK',
      type: 'percent',
      value: 20,
      maxUsesTotal: 1,
    });
    for (let time = 0; time < 3; time += 1) {
      expect((await preview(service.slug, 'look', 250_000)).data).toEqual({
        valid: true,
        reason: null,
        discountAmountIdr: 50_000,
        quotedPriceIdr: 200_000,
        code: { code: 'LOOK', type: 'percent', description: null },
      });
    }
  });

  it('previews a refusal at the full price, with its reason', async () => {
    expect((await preview(service.slug, 'NOBODY', 250_000)).data).toMatchObject({
      valid: false,
      reason: 'NOT_FOUND',
      discountAmountIdr: 0,
      quotedPriceIdr: 250_000,
      code: null,
    });
  });
});
