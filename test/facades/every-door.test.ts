import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestService, type TestService } from '../http/support/test-service.js';
import { mayarClient, type MayarClient } from './support/mayar-client.js';
import { riplloClient, type RiplloClient } from './support/ripllo-client.js';
import { storlaunchClient, type StorlaunchClient } from './support/storlaunch-client.js';

let service: TestService;
let ripllo: RiplloClient;
let storlaunch: StorlaunchClient;
let mayar: MayarClient;
beforeAll(async () => {
  service = await openTestService();
  ripllo = riplloClient(service, await service.makeKey('signed', ['admin']));
  storlaunch = storlaunchClient(service, service.secretKey);
  mayar = mayarClient(service);
});
afterAll(() => service.close());

/** A code that every one of the systems can hold. */
interface CodePlan {
  readonly code: string;
  readonly type: 'percent' | 'fixed';
  readonly value: number;
  readonly minimum: number;
  readonly cap: number;
  readonly products: readonly string[];
}

interface CartPlan {
  readonly product: string;
  readonly amount: number;
}

const forjio = ({ code, type, value, minimum, cap, products }: CodePlan) => ({
  code,
  type,
  value,
  currency: 'IDR',
  minPurchaseAmount: minimum,
  maxUsesTotal: cap,
  ...(products.length > 0 && { scope: 'products', productIds: products }),
});

const coupon = ({ code, type, value, minimum, cap, products }: CodePlan) => ({
  name: 'Promo Kopi',
  expiredAt: '2027-12-31T17:00:00.000Z',
  discount: {
    discountType: type === 'percent' ? 'percentage' : 'monetary',
    eligibleCustomerType: 'all',
    minimumPurchase: minimum,
    value,
    totalCoupons: cap,
  },
  coupon: { code, type: 'reusable' },
  products: products.map((id) => ({ id })),
});

/** How a code is made through each door. */
const make: Readonly<Record<string, (plan: CodePlan) => Promise<{ readonly status: number }>>> = {
  hemat: (plan) => service.ask('POST', '/v1/discount-codes', { body: forjio(plan) }),
  ripllo: (plan) => ripllo('POST', '/discount-codes', { body: forjio(plan) }),
  storlaunch: (plan) => storlaunch('POST', '/discount-codes', forjio(plan)),
  serront: (plan) =>
    service.ask('POST', '/api/v1/ripllo/discount-codes', { body: { ...forjio(plan), currency: undefined } }),
  'mayar v1': (plan) => mayar('POST', '/v1/coupon/create', coupon(plan)),
  'mayar v2': (plan) => mayar('POST', '/v2/coupons/create', coupon(plan)),
};

const question = (code: string, { product, amount }: CartPlan) => ({
  accountId: service.id,
  code,
  currency: 'IDR',
  subtotal: amount,
  items: [{ productId: product, price: amount, quantity: 1, tags: [] }],
});

/** What each door says the shopper saves; null: the code does not apply. */
const ask: Readonly<Record<string, (code: string, cart: CartPlan) => Promise<number | null>>> = {
  hemat: async (code, cart) => {
    const { data } = await service.ask('POST', '/v1/discount-codes/validate', { body: question(code, cart) });
    return data.applies ? data.discountAmount : null;
  },
  ripllo: async (code, cart) => {
    const { data } = await ripllo('POST', '/discount-codes/validate', { body: question(code, cart) });
    return data.valid ? data.discountAmount : null;
  },
  storlaunch: async (code, cart) => {
    const body = { ...question(code, cart), accountId: undefined, merchantSlug: service.slug };
    const { data } = await storlaunchClient(service, null)(
      'POST',
      '/storefront/public/validate-discount',
      body,
    );
    return data.valid ? data.discountAmount : null;
  },
  serront: async (code, cart) => {
    const { data } = await service.ask('POST', '/api/v1/ripllo/discount-codes/validate', {
      body: question(code, cart),
    });
    return data.valid ? data.discountAmount : null;
  },
};

/** Mayar's doors say whether, never how much. */
const applies: Readonly<Record<string, (code: string, cart: CartPlan) => Promise<boolean>>> = {
  'mayar v1': async (couponCode, { product, amount }) =>
    (await mayar('POST', '/v1/coupon/validate', { couponCode, paymentLinkId: product, finalAmount: amount }))
      .status === 200,
  'mayar v2': async (couponCode, { product, amount }) =>
    (await mayar('POST', '/v2/coupons/validate', { couponCode, paymentLinkId: product, amount })).status ===
    200,
};

const amount = fc.integer({ min: 1, max: 2_000_000 });
const product = fc.constantFrom('kopi', 'teh', 'susu');
const plans = fc.oneof(
  fc.record({ type: fc.constant('percent' as const), value: fc.integer({ min: 1, max: 99 }) }),
  fc.record({ type: fc.constant('fixed' as const), value: amount }),
);
const codes = fc.record({
  minimum: fc.oneof(fc.constant(0), amount),
  cap: fc.integer({ min: 1, max: 5 }),
  products: fc.uniqueArray(product, { maxLength: 2 }),
});

let made = 0;
describe('what a code does', () => {
  it('is the same through every door, whichever it was made through', async () => {
    const property = fc.asyncProperty(
      fc.constantFrom(...Object.keys(make)),
      plans,
      codes,
      fc.array(fc.record({ product, amount }), { minLength: 1, maxLength: 3 }),
      async (door, discount, rest, carts) => {
        const code = `PINTU${(made += 1)}`;
        const answer = await make[door]?.({ code, ...discount, ...rest });
        expect(answer?.status, door).toBeLessThan(300);
        const ours = `KAMI${made}`;
        expect((await make.hemat?.({ code: ours, ...discount, ...rest }))?.status).toBe(201);
        for (const cart of carts) {
          const saved = await ask.hemat?.(ours, cart);
          expect(await ask.hemat?.(code, cart), door).toBe(saved);
          for (const [other, says] of Object.entries(ask)) expect(await says(code, cart), other).toBe(saved);
          for (const [other, says] of Object.entries(applies))
            expect(await says(code, cart), other).toBe(saved !== null);
        }
      },
    );
    await fc.assert(property, { numRuns: 60 });
  });
});

/** An order's two confirmations, as each system's shops make them. */
const redeem: Readonly<Record<string, (code: string, orderId: string) => Promise<boolean>>> = {
  ripllo: async (code, orderId) => {
    const body = { code, orderId, subtotal: 250_000, currency: 'IDR' };
    return (await ripllo('POST', '/discount-codes/redeem', { body })).data.created;
  },
  serront: async (code, orderId) => {
    const body = { code, orderId, subtotal: 250_000, currency: 'IDR' };
    return (await service.ask('POST', '/api/v1/ripllo/discount-codes/redeem', { body })).data.created;
  },
  // These two redeem inside; where they stood, the shop calls Hemat.
  storlaunch: hematRedeem,
  'mayar v2': hematRedeem,
};

async function hematRedeem(code: string, orderId: string): Promise<boolean> {
  const body = { code, orderId, subtotal: 250_000, currency: 'IDR' };
  await service.ask('POST', '/v1/discount-codes/lock', { body });
  return (await service.ask('POST', '/v1/discount-codes/redeem', { body: { orderId } })).data.created;
}

/** How each system's own list and archive speak of a code; Mayar has no way to end one. */
const campaigns = [
  {
    door: 'ripllo',
    uses: async (id: string) => (await ripllo('GET', `/discount-codes/${id}`)).data.redemptionCount as number,
    listed: async () => (await ripllo('GET', '/discount-codes?limit=1')).data.items[0].id as string,
    archive: (id: string) => ripllo('DELETE', `/discount-codes/${id}`),
  },
  {
    door: 'serront',
    uses: async (id: string) =>
      (await service.ask('GET', `/api/v1/ripllo/discount-codes/${id}`)).data.redemptionCount as number,
    listed: async () =>
      (await service.ask('GET', '/api/v1/ripllo/discount-codes?limit=1')).data.items[0].id as string,
    archive: (id: string) => service.ask('DELETE', `/api/v1/ripllo/discount-codes/${id}`),
  },
  {
    door: 'storlaunch',
    uses: async (id: string) => (await storlaunch('GET', `/discount-codes/${id}`)).data.usesTotal as number,
    listed: async () => (await storlaunch('GET', '/discount-codes?limit=1')).data[0].id as string,
    archive: (id: string) => storlaunch('DELETE', `/discount-codes/${id}`),
  },
  {
    door: 'mayar v2',
    uses: async (id: string) => {
      const listed = await mayar('GET', '/v2/coupons?limit=50');
      return listed.data.coupons.find((row: { id: string }) => row.id === id).totalUsage as number;
    },
    listed: async () => (await mayar('GET', '/v2/coupons?limit=1')).data.coupons[0].id as string,
    archive: (id: string) => service.ask('DELETE', `/v1/discount-codes/${id}`),
  },
];

describe('a whole campaign', () => {
  it.each(campaigns)('goes through the door of $door', async ({ door, uses, listed, archive }) => {
    service.pass(1_000);
    const code = `KAMPANYE-${door.replaceAll(' ', '-')}`;
    const plan: CodePlan = { code, type: 'percent', value: 10, minimum: 100_000, cap: 5, products: [] };
    expect((await make[door]?.(plan))?.status).toBeLessThan(300);
    const id = await listed();
    expect(await ask.hemat?.(code, { product: 'kopi', amount: 250_000 })).toBe(25_000);
    expect(await redeem[door]?.(code, `order-${door}`)).toBe(true);
    expect(await redeem[door]?.(code, `order-${door}`)).toBe(false);
    expect(await uses(id)).toBe(1);
    expect((await archive(id)).status).toBe(200);
    expect(await ask.hemat?.(code, { product: 'kopi', amount: 250_000 })).toBeNull();
    expect(await uses(id)).toBe(1);
  });
});

describe('a media type on a call that sends nothing, as many clients name it', () => {
  const headers = { 'content-type': 'application/json' };
  it.each([
    ['ripllo', '/api/v1/discount-codes'],
    ['serront', '/api/v1/ripllo/discount-codes'],
    ['storlaunch', '/storlaunch/api/v1/discount-codes'],
    ['mayar v2', '/hl/v2/coupons'],
  ])('is passed over at the door of %s', async (_, path) => {
    expect((await service.ask('GET', path, { headers })).status).toBe(200);
  });

  it('is passed over by a POST that needs no body', async () => {
    const { id } = await service.makeKey('bearer');
    const revoked = await service.ask('POST', `/api/v1/api-keys/${id}/revoke`, { headers });
    expect(revoked.status).toBe(200);
  });
});
