import { describe, expect, it } from 'vitest';
import { readAnswers } from './read-answers.js';

const code = {
  id: 'disc_01H',
  accountId: 'acc_1',
  code: 'WELCOME10',
  description: 'Newsletter',
  type: 'percent',
  value: 10,
  currency: 'IDR',
  scope: 'cart',
  productIds: [],
  tagFilter: [],
  minPurchaseAmount: 100_000,
  maxUsesTotal: 500,
  maxUsesPerCustomer: null,
  startsAt: null,
  expiresAt: '2027-06-01T00:00:00.000Z',
  active: true,
  public: true,
  redemptionCount: 42,
  source: null,
  createdAt: '2026-01-01T00:00:00.000Z',
};
const taken = {
  row: 1,
  usesBefore: 42,
  input: {
    code: 'WELCOME10',
    description: 'Newsletter',
    type: 'percent',
    value: 10,
    currency: 'IDR',
    scope: 'cart',
    minPurchaseAmount: 100_000,
    maxUsesTotal: 500,
    expiresAt: '2027-06-01T00:00:00.000Z',
    active: true,
    public: true,
  },
};

describe('saved answers of Ripllo and Storlaunch', () => {
  it.each([
    [
      'a list of Ripllo',
      { data: { items: [code], total: 1, nextCursor: null, hasMore: false }, error: null, meta: {} },
    ],
    ['a list of Storlaunch', { data: [code], error: null, meta: { page: {} } }],
    ['one code', { data: code, error: null, meta: {} }],
    ['codes without an envelope', [code]],
  ])('give their codes from %s', (_, answer) => {
    expect(readAnswers(JSON.stringify(answer), 'ripllo')).toEqual([taken]);
  });

  it('are read a document a line, each code a row', () => {
    const lines = [code, { ...code, code: 'SECOND', redemptionCount: undefined, usesTotal: 3 }].map((data) =>
      JSON.stringify({ data }),
    );
    expect(readAnswers(lines.join('\n'), 'storlaunch')).toMatchObject([
      { row: 1, usesBefore: 42 },
      { row: 2, usesBefore: 3, input: { code: 'SECOND' } },
    ]);
  });

  it('keep the scope of a code and switch off what was archived', () => {
    const scoped = { ...code, scope: 'tag', tagFilter: ['footwear'], archivedAt: '2026-05-01T00:00:00Z' };
    expect(readAnswers(JSON.stringify({ data: scoped }), 'ripllo')).toMatchObject([
      { input: { scope: 'tags', tagFilter: ['footwear'], active: false } },
    ]);
  });

  it('name the row and field of what is no code', () => {
    expect(readAnswers(JSON.stringify([{ ...code, value: 'ten' }]), 'ripllo')).toMatchObject([
      { row: 1, faults: [{ path: ['value'], message: 'is not a number' }] },
    ]);
    expect(readAnswers('nothing', 'ripllo')).toMatchObject([{ faults: [{ code: 'invalid_json' }] }]);
  });
});

describe('saved answers of Mayar', () => {
  const detail = {
    id: 'd-1',
    createdAt: 1_700_000_000_000,
    expiredAt: 1_800_000_000_000,
    productDiscount: [],
    discountType: 'percentage',
    discountProductType: 'all',
    eligibleCustomerType: 'old',
    name: 'Promo Kopi',
    minimumPurchase: 50_000,
    isLifeTime: null,
    totalCoupons: 100,
    value: 10,
    coupons: [
      {
        id: 'c-1',
        code: 'KOPI10',
        discountId: 'd-1',
        expiredAt: 1_800_000_000_000,
        isActive: true,
        limit: 100,
        type: 'reusable',
      },
    ],
  };
  const list = {
    data: {
      coupons: [{ id: 'd-1', name: 'Promo Kopi', status: 'active', discountValue: 10, totalUsage: 7 }],
    },
  };

  it('put the rule of the detail and the uses of the list together', () => {
    const lines = [list, { statusCode: 200, messages: 'success', data: detail }].map((answer) =>
      JSON.stringify(answer),
    );
    expect(readAnswers(lines.join('\n'), 'mayar')).toEqual([
      {
        row: 1,
        usesBefore: 7,
        input: {
          code: 'KOPI10',
          name: 'Promo Kopi',
          type: 'percent',
          value: 10,
          currency: 'IDR',
          minPurchaseAmount: 50_000,
          customerEligibility: 'returning',
          maxUsesTotal: 100,
          expiresAt: '2027-01-15T08:00:00.000Z',
          active: true,
        },
      },
    ]);
  });

  it('make of each one-time string a code that is good once', () => {
    const coupons = ['AAAA', 'BBBB'].map((string) => ({
      code: string,
      type: 'onetime',
      isActive: string === 'AAAA',
    }));
    const products = [{ id: 'link-1' }];
    const answer = { data: { ...detail, coupons, productDiscount: products } };
    const shared = { maxUsesTotal: 1, limitPolicy: 'hold', scope: 'products', productIds: ['link-1'] };
    expect(readAnswers(JSON.stringify(answer), 'mayar')).toMatchObject([
      { usesBefore: 0, input: { code: 'AAAA', active: true, ...shared } },
      { usesBefore: 0, input: { code: 'BBBB', active: false, ...shared } },
    ]);
  });

  it('take nothing from a list alone: it has no rule', () => {
    expect(readAnswers(JSON.stringify(list), 'mayar')).toEqual([]);
  });
});
