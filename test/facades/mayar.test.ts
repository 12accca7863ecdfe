import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { defaultRateLimits } from '../../server/src/config/settings.js';
import { openTestService, type TestService } from '../http/support/test-service.js';
import { mayarClient, type MayarClient } from './support/mayar-client.js';

let service: TestService;
let mayar: MayarClient;
let made = 0;
beforeAll(async () => {
  service = await openTestService();
  mayar = mayarClient(service);
});
afterAll(() => service.close());

const discount = {
  discountType: 'percentage',
  eligibleCustomerType: 'all',
  minimumPurchase: 50_000,
  value: 10,
  totalCoupons: 100,
};

/** A campaign as Mayar's page makes one. */
function campaign(fields: object = {}, terms: object = {}) {
  made += 1;
  return {
    name: 'Promo Kopi',
    expiredAt: '2027-12-31T17:00:00.000Z',
    discount: { ...discount, ...terms },
    coupon: { code: `KOPI${made}`, type: 'reusable' },
    products: [],
    ...fields,
  };
}

async function create(fields: object = {}, terms: object = {}) {
  const answer = await mayar('POST', '/v2/coupons/create', campaign(fields, terms));
  expect(answer.status).toBe(200);
  return answer.data;
}

describe('Mayar: create', () => {
  it('answers the first version in its shape and times', async () => {
    const body = campaign();
    const answer = await mayar('POST', '/v1/coupon/create', body);
    expect(answer).toMatchObject({ status: 200, statusCode: 200, messages: 'Success' });
    expect(answer.data).toEqual({
      id: expect.stringMatching(/^disc_/),
      createdAt: service.now(),
      expiredAt: Date.parse(body.expiredAt),
      discountType: 'percentage',
      discountProductType: 'all',
      eligibleCustomerType: 'all',
      name: 'Promo Kopi',
      minimumPurchase: 50_000,
      isLifeTime: null,
      totalCoupons: 100,
      value: 10,
      coupons: [{ code: body.coupon.code, type: 'reusable', expiredAt: body.expiredAt, isActive: true }],
      productDiscount: [],
    });
  });

  it('answers the second version in its own', async () => {
    const body = campaign({ products: [{ id: 'link-1' }] });
    const answer = await mayar('POST', '/v2/coupons/create', body);
    expect(answer).toMatchObject({ status: 200, statusCode: 200, messages: 'success' });
    const { id } = answer.data;
    expect(answer.data).toEqual({
      id,
      name: 'Promo Kopi',
      discountType: 'percentage',
      value: 10,
      minimumPurchase: 50_000,
      eligibleCustomerType: 'all',
      totalCoupons: 100,
      discountProductType: 'selected',
      expiredAt: body.expiredAt,
      isLifeTime: false,
      status: 'active',
      coupons: [{ id, code: body.coupon.code, type: 'reusable', expiredAt: body.expiredAt }],
      products: [{ id: 'link-1' }],
      createdAt: new Date(service.now()).toISOString(),
    });
  });

  it('lets the second version leave out the end, the minimum and the code', async () => {
    const data = await create(
      { expiredAt: undefined, coupon: { type: 'reusable' } },
      { minimumPurchase: undefined },
    );
    expect(data).toMatchObject({ expiredAt: null, isLifeTime: true, minimumPurchase: null });
    expect(data.coupons[0].code).toMatch(/^[2-9A-Z]{4}( [2-9A-Z]{4}){2}$/);
  });

  it('caps a percentage at 99 instead of refusing it', async () => {
    expect((await create({}, { value: 150 })).value).toBe(99);
  });

  it('makes at most 50 strings, each good once', async () => {
    const data = await create(
      { coupon: { type: 'onetime', code: 'IGNORED' } },
      { totalCoupons: 80, minimumPurchase: 0 },
    );
    const codes: string[] = data.coupons.map(({ code }: { code: string }) => code);
    expect([codes.length, new Set(codes).size, data.totalCoupons]).toEqual([50, 50, 50]);
    expect(data.coupons[0]).not.toHaveProperty('id');
    const [first = '', second = ''] = codes;
    const order = { code: first, orderId: 'order-1', subtotal: 100_000, currency: 'IDR' };
    expect((await service.ask('POST', '/v1/discount-codes/redeem', { body: order })).status).toBe(201);
    const uses = async (couponCode: string) =>
      (await mayar('POST', '/v2/coupons/check', { couponCode })).data;
    expect(await uses(first)).toEqual({
      couponCode: first,
      isUsed: true,
      totalUsed: 1,
      limit: 1,
      remaining: 0,
    });
    expect(await uses(second)).toMatchObject({ isUsed: false, totalUsed: 0, remaining: 1 });
    const again = await mayar('POST', '/v2/coupons/validate', {
      couponCode: first,
      paymentLinkId: 'x',
      amount: 1000,
    });
    expect(again.messages).toBe(
      'Gagal! Kode diskon telah mencapai batas pemakaian dan tidak dapat digunakan kembali.',
    );
  });

  it.each([
    ['a short name', { name: 'Kopi' }, {}, 'name', 'invalid'],
    ['no discount', { discount: undefined }, {}, 'discount', 'required'],
    ['a product that is a string', { products: ['link-1'] }, {}, 'products[0]', 'object'],
    ['three products', { products: [{ id: 'a' }, { id: 'b' }, { id: 'c' }] }, {}, 'products', 'invalid'],
    ['no value above zero', {}, { value: 0 }, 'discount.value', 'invalid'],
    ['an unknown kind', {}, { discountType: 'percent' }, 'discount.discountType', 'invalid'],
  ])('refuses %s and names the field', async (_, fields, terms, field, type) => {
    const answer = await mayar('POST', '/v2/coupons/create', campaign(fields, terms));
    expect(answer).toMatchObject({ status: 400, statusCode: 400, messages: 'Validation Error' });
    expect(answer.data).toContainEqual({ type, field, message: expect.stringContaining(`'${field}'`) });
  });

  it('says what a product must be in Mayar’s words', async () => {
    const answer = await mayar('POST', '/v2/coupons/create', campaign({ products: ['link-1'] }));
    expect(answer.data[0].message).toBe("The 'products[0]' must be an Object.");
  });

  it('refuses a code that is taken', async () => {
    const data = await create();
    const answer = await mayar(
      'POST',
      '/v2/coupons/create',
      campaign({ coupon: { code: data.coupons[0].code, type: 'reusable' } }),
    );
    expect(answer).toMatchObject({ status: 409, messages: 'Coupon code already in use' });
  });
});

describe('Mayar: validate', () => {
  it('answers the terms, never the amount, by POST in both versions', async () => {
    const data = await create();
    const { code } = data.coupons[0];
    const coupon = {
      id: data.id,
      code,
      discountType: 'percentage',
      discountValue: 10,
      minimumPurchase: 50_000,
      eligibleCustomerType: 'all',
    };
    const v1 = { paymentLinkId: 'link-1', couponCode: code, finalAmount: 100_000 };
    expect((await mayar('POST', '/v1/coupon/validate', v1)).data).toEqual({ valid: true, coupon });
    const v2 = {
      paymentLinkId: 'link-1',
      couponCode: code,
      amount: 100_000,
      tickets: [],
      membershipTierId: null,
    };
    expect((await mayar('POST', '/v2/coupons/validate', v2)).data).toEqual({ valid: true, coupon });
  });

  it('takes the older GET with its question in the address', async () => {
    const { coupons } = await create();
    const code = coupons[0].code as string;
    const answer = await mayar('GET', `/v1/coupon/validate?couponCode=${code}&finalAmount=100000`);
    expect(answer.data.valid).toBe(true);
  });

  it('reads JSON whatever the media type says', async () => {
    const { coupons } = await create();
    const body = { paymentLinkId: 'link-1', couponCode: coupons[0].code, finalAmount: 100_000 };
    for (const contentType of ['application/x-www-form-urlencoded', 'text/plain', 'application/json']) {
      expect((await mayar('POST', '/v1/coupon/validate', body, { contentType })).status).toBe(200);
    }
  });

  it('takes a code for some products with one of them', async () => {
    const { coupons } = await create({ products: [{ id: 'link-1' }] });
    const ask = (paymentLinkId: string) =>
      mayar('POST', '/v2/coupons/validate', { couponCode: coupons[0].code, paymentLinkId, amount: 100_000 });
    expect((await ask('link-1')).data.valid).toBe(true);
    expect(await ask('link-2')).toMatchObject({
      status: 404,
      messages: 'Gagal! Kode diskon ini tidak ditemukan.',
      data: null,
    });
  });

  it('knows a returning customer by the e-mail address', async () => {
    const { coupons } = await create({}, { eligibleCustomerType: 'new' });
    const order = {
      code: coupons[0].code,
      customerId: 'pembeli@example.com',
      orderId: 'order-email',
      subtotal: 100_000,
      currency: 'IDR',
    };
    const ask = () =>
      mayar('POST', '/v2/coupons/validate', {
        couponCode: coupons[0].code,
        paymentLinkId: 'link-1',
        amount: 100_000,
        customerEmail: 'Pembeli@example.com',
      });
    expect((await ask()).status).toBe(200);
    expect((await service.ask('POST', '/v1/discount-codes/redeem', { body: order })).status).toBe(201);
    expect((await ask()).messages).toBe('Gagal! Kode diskon ini tidak berlaku untuk pelanggan ini.');
  });

  it.each([
    [404, 'Gagal! Kode diskon ini tidak ditemukan.', null, 100_000],
    [400, 'Gagal! Kode diskon ini sudah tidak aktif.', { active: false }, 100_000],
    [
      400,
      'Gagal! Kode diskon ini belum berlaku dan tidak dapat digunakan.',
      { startsAt: '2027-01-01T00:00:00Z' },
      100_000,
    ],
    [
      400,
      'Gagal! Kode diskon ini telah kadaluarsa dan tidak dapat digunakan.',
      { expiresAt: '2026-01-01T00:00:00Z' },
      100_000,
    ],
    [400, 'Kode diskon ini hanya berlaku untuk transaksi dengan harga minimal Rp\u00a050.000.', {}, 49_999],
    [
      400,
      'Kode diskon ini hanya berlaku untuk transaksi dengan harga minimal Rp\u00a050.000.',
      {},
      undefined,
    ],
  ])('refuses with %i, %s', async (status, messages, patch, amount) => {
    const data = await create();
    if (patch !== null) {
      const patched = await service.ask('PATCH', `/v1/discount-codes/${data.id}`, { body: patch });
      expect(patched.status).toBe(200);
    }
    const couponCode = patch === null ? 'NOBODY' : data.coupons[0].code;
    const answer = await mayar('POST', '/v2/coupons/validate', {
      couponCode,
      paymentLinkId: 'link-1',
      amount,
    });
    expect(answer).toMatchObject({ status, statusCode: status, messages, data: null });
  });

  it('refuses a question without a code', async () => {
    const answer = await mayar('POST', '/v2/coupons/validate', { paymentLinkId: 'link-1' });
    expect(answer).toMatchObject({
      status: 400,
      messages: 'Validation Error',
      data: [{ type: 'required', field: 'couponCode', message: "The 'couponCode' field is required." }],
    });
  });

  it('refuses what is no JSON', async () => {
    const answer = await mayar('POST', '/v2/coupons/validate', 'couponCode=KOPI1');
    expect(answer).toMatchObject({ status: 400, messages: 'Validation Error' });
  });
});

describe('Mayar: detail, check, list', () => {
  it('shows a discount the same in both versions, times in milliseconds', async () => {
    const data = await create();
    const [v1, v2] = [
      await mayar('GET', `/v1/coupon/${data.id}`),
      await mayar('GET', `/v2/coupons/${data.id}`),
    ];
    expect(v1.data).toEqual(v2.data);
    expect(v1.data).toEqual({
      id: data.id,
      createdAt: service.now(),
      expiredAt: Date.parse('2027-12-31T17:00:00.000Z'),
      productDiscount: [],
      discountType: 'percentage',
      discountProductType: 'all',
      eligibleCustomerType: 'all',
      name: 'Promo Kopi',
      minimumPurchase: 50_000,
      isLifeTime: false,
      totalCoupons: 100,
      value: 10,
      coupons: [
        {
          id: data.id,
          code: data.coupons[0].code,
          createdAt: service.now(),
          discountId: data.id,
          endMonthTrial: null,
          expiredAt: Date.parse('2027-12-31T17:00:00.000Z'),
          isActive: true,
          limit: 100,
          type: 'reusable',
          updatedAt: service.now(),
          userId: service.id,
        },
      ],
    });
  });

  it('know nothing of an id or a code of nobody', async () => {
    expect((await mayar('GET', '/v2/coupons/disc_0')).status).toBe(404);
    expect(await mayar('POST', '/v2/coupons/check', { couponCode: 'NOBODY' })).toMatchObject({
      status: 404,
      messages: 'Kode kupon tidak ditemukan.',
    });
    expect((await mayar('POST', '/v2/coupons/check', { couponCode: '' })).messages).toBe('Validation Error');
  });

  it('count the uses of a reusable code', async () => {
    const { coupons } = await create({}, { totalCoupons: 2 });
    const { code } = coupons[0];
    for (const orderId of ['a', 'b']) {
      const order = { code, orderId: `order-${code}-${orderId}`, subtotal: 100_000, currency: 'IDR' };
      await service.ask('POST', '/v1/discount-codes/redeem', { body: order });
    }
    expect((await mayar('POST', '/v2/coupons/check', { couponCode: code })).data).toEqual({
      couponCode: code,
      isUsed: true,
      totalUsed: 2,
      limit: 2,
      remaining: 0,
    });
  });

  it('page through a list, filtered by state, name and product', async () => {
    const shop = await service.makeWorkspace();
    const client = mayarClient(service, shop.secretKey);
    for (const name of ['Promo Satu', 'Promo Dua', 'Promo Tiga']) {
      const products = name === 'Promo Dua' ? [{ id: 'link"9%' }] : [];
      await client('POST', '/v2/coupons/create', campaign({ name, products }));
    }
    const names = (answer: { data: { coupons: { name: string }[] } }) =>
      answer.data.coupons.map(({ name }) => name);
    const first = await client('GET', '/v2/coupons?limit=2');
    expect(first).toMatchObject({ hasMore: true, nextStartingAfter: first.data.coupons[1].id });
    expect(names(first)).toEqual(['Promo Tiga', 'Promo Dua']);
    const rest = await client('GET', `/v2/coupons?limit=2&startingAfter=${first.nextStartingAfter}`);
    expect(rest).toMatchObject({ hasMore: false, nextStartingAfter: null });
    expect(names(rest)).toEqual(['Promo Satu']);
    expect(names(await client('GET', '/v2/coupons?search=tiga'))).toEqual(['Promo Tiga']);
    expect(names(await client('GET', `/v2/coupons?productId=${encodeURIComponent('link"9%')}`))).toEqual([
      'Promo Dua',
    ]);
    expect(names(await client('GET', '/v2/coupons?productId=link'))).toEqual([]);
    const { id } = rest.data.coupons[0];
    await service.ask('DELETE', `/v1/discount-codes/${id}`, { key: shop.secretKey });
    expect(names(await client('GET', '/v2/coupons?status=inactive'))).toEqual(['Promo Satu']);
    expect(names(await client('GET', '/v2/coupons?status=active'))).toEqual(['Promo Tiga', 'Promo Dua']);
  });
});

describe('Mayar: the door', () => {
  it('is closed without a key, in its words', async () => {
    for (const key of [null, 'unknown']) {
      expect(await mayarClient(service, key)('GET', '/v2/coupons')).toMatchObject({
        status: 401,
        statusCode: 401,
        messages: 'Failed authentication! Please check your token authorization.',
      });
    }
  });

  it('lets a key that only reads do nothing else', async () => {
    const { secret } = await service.makeKey('bearer', ['read']);
    const client = mayarClient(service, secret);
    expect((await client('GET', '/v2/coupons')).status).toBe(200);
    expect((await client('POST', '/v2/coupons/create', campaign())).status).toBe(401);
  });

  it('lets an address in 20 times a minute', async () => {
    const limited = await openTestService({ rateLimits: defaultRateLimits });
    const client = mayarClient(limited);
    const ask = (ip: string) => client('GET', '/v2/coupons', undefined, { ip });
    for (let time = 0; time < 20; time += 1) expect((await ask('203.0.113.1')).status).toBe(200);
    const refused = await ask('203.0.113.1');
    expect(refused).toMatchObject({ status: 429, statusCode: 429, messages: 'Too Many Requests' });
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await ask('203.0.113.2')).status).toBe(200);
    await limited.close();
  });
});
