import { reasons, type Reason } from '@hemat/shared';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestService, type TestService } from './support/test-service.js';

let service: TestService;
beforeAll(async () => {
  service = await openTestService();
});
afterAll(() => service.close());

const hour = 3_600_000;
const opened = Date.parse('2026-11-21T03:00:00Z');
const iso = (ms: number) => new Date(ms).toISOString();
const lines = [{ lineId: '1', productId: 'gayo', tags: ['beans'], quantity: 2, unitAmount: 50_000 }];
const cart = { currency: 'IDR', lineItems: lines, shippingAmount: 12_000 };

/** A code of its own, and the question it refuses. */
interface Refused {
  readonly code?: object;
  readonly body?: object;
  /** What must have happened before the question. */
  readonly before?: (code: string, id: string) => Promise<unknown>;
}

const useUp = (orderId: string, customerId: string) => (code: string) =>
  service.ask('POST', '/v1/discount-codes/redeem', { body: { ...cart, code, orderId, customerId } });

const refusals: Readonly<Record<Reason, Refused>> = {
  CODE_NOT_FOUND: {},
  INACTIVE: { code: { active: false } },
  NOT_YET_VALID: { code: { startsAt: iso(opened + hour) } },
  EXPIRED: { code: { expiresAt: iso(opened) } },
  MAX_USES_REACHED: { code: { maxUsesTotal: 1 }, before: useUp('used-up', 'first-buyer') },
  CUSTOMER_REQUIRED: { code: { maxUsesPerCustomer: 1 } },
  CUSTOMER_LIMIT_REACHED: {
    code: { maxUsesPerCustomer: 1 },
    before: useUp('customer-limit', 'pembeli'),
    body: { customerId: 'pembeli' },
  },
  CUSTOMER_NOT_ELIGIBLE: {
    code: { customerEligibility: 'new' },
    body: { customerId: 'pelanggan', customer: { isNew: false } },
  },
  CURRENCY_MISMATCH: { code: { type: 'fixed', value: 500, currency: 'USD' } },
  REGION_MISMATCH: { code: { regions: ['ID-JK'] }, body: { region: 'ID-BA' } },
  MIN_PURCHASE_NOT_MET: { code: { currency: 'IDR', minPurchaseAmount: 150_000 } },
  SCOPE_MISMATCH: { code: { scope: 'tags', tagFilter: ['machines'] } },
  NOT_COMBINABLE: {
    before: (code) => service.makeCode({ code: `${code}B` }),
    body: { codes: ['REASON-NOT_COMBINABLE', 'REASON-NOT_COMBINABLEB'] },
  },
};

describe.each(reasons)('%s', (reason) => {
  const { code = {}, body = {}, before } = refusals[reason];
  const typed = `REASON-${reason}`;
  const asked = { ...cart, ...('codes' in body ? {} : { code: typed }), ...body };

  beforeAll(async () => {
    if (reason === 'CODE_NOT_FOUND') return;
    const { id } = await service.makeCode({ code: typed, ...code });
    await before?.(typed, id);
  });

  it('is the answer of validate, with the check that failed', async () => {
    const { status, data } = await service.ask('POST', '/v1/discount-codes/validate', { body: asked });
    expect(status).toBe(200);
    expect(data).toMatchObject({ applies: false, reason, discountAmount: 0, total: 112_000 });
    const failed = data.checks.filter(({ outcome }: { outcome: string }) => outcome === 'failed');
    expect(failed.map(({ check }: { check: string }) => check)).toEqual([reason]);
    expect(data.message).toMatch(/\w.*\.$/);
  });

  it('refuses a lock and stores nothing', async () => {
    const orderId = `lock-${reason}`;
    const locked = await service.ask('POST', '/v1/discount-codes/lock', { body: { ...asked, orderId } });
    expect(locked.status).toBe(422);
    expect(locked.error?.code).toBe(reason);
    const released = await service.ask('POST', '/v1/discount-codes/release', { body: { orderId } });
    expect(released.status).toBe(404);
  });

  it('refuses a redeem without a lock', async () => {
    const body = { ...asked, orderId: `redeem-${reason}` };
    const redeemed = await service.ask('POST', '/v1/discount-codes/redeem', { body });
    expect([redeemed.status, redeemed.error?.code]).toEqual([422, reason]);
  });
});

describe('what a shopper can act on', () => {
  const ask = async (code: string, extra: object = {}) =>
    (await service.ask('POST', '/v1/discount-codes/validate', { body: { ...cart, code, ...extra } })).data;

  it('comes with how much is missing, in the language that was asked for', async () => {
    const { data } = await service.ask('POST', '/v1/discount-codes/validate', {
      body: { ...cart, code: 'REASON-MIN_PURCHASE_NOT_MET' },
      headers: { 'accept-language': 'id' },
    });
    expect(data.missing).toEqual([{ kind: 'minPurchase', shortBy: 50_000 }]);
    expect(data.message).toContain('Rp\u00a050.000');
    expect(data.terms).toMatchObject({ minPurchaseAmount: 150_000 });
  });

  it('comes with what the scope looks for and when the code starts', async () => {
    expect((await ask('REASON-SCOPE_MISMATCH')).missing).toEqual([
      { kind: 'scope', scope: 'tags', anyOf: ['machines'] },
    ]);
    expect((await ask('REASON-NOT_YET_VALID')).missing).toEqual([
      { kind: 'startsAt', at: iso(opened + hour) },
    ]);
  });

  it('is silent about the terms of a code that cannot be helped', async () => {
    for (const reason of ['INACTIVE', 'EXPIRED', 'MAX_USES_REACHED']) {
      expect(await ask(`REASON-${reason}`)).not.toHaveProperty('terms');
    }
  });
});
