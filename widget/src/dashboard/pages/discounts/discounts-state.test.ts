import { describe, expect, it } from 'vitest';
import { emptyList, reduceDiscounts } from './discounts-state.js';

const page = (nextCursor: string | null) => ({ items: [], nextCursor, hasMore: nextCursor !== null });
const asked = (question: number) =>
  reduceDiscounts(emptyList, { type: 'asked', wanted: { filter: 'active', search: '' }, question });

describe('reduceDiscounts', () => {
  it('lets a late answer to an old question change nothing', () => {
    const state = asked(2);
    expect(reduceDiscounts(state, { type: 'answered', question: 1, page: page('x') })).toBe(state);
    const failure = { code: 'NETWORK', message: '', requestId: null, fields: {} };
    expect(reduceDiscounts(state, { type: 'failed', question: 1, failure })).toBe(state);
    expect(reduceDiscounts(state, { type: 'answered', question: 2, page: page('x') })).toMatchObject({
      phase: 'ready',
      nextCursor: 'x',
    });
  });

  it('keeps the sums that are known while another view is asked for', () => {
    const totals = [
      { discountCodeId: 'disc_1', currency: 'IDR', orders: 1, discountAmount: 5, shippingDiscount: 0 },
    ];
    const summed = reduceDiscounts(asked(1), { type: 'summed', ids: ['disc_1', 'disc_2'], totals });
    const again = reduceDiscounts(summed, { type: 'asked', wanted: emptyList.wanted, question: 2 });
    expect([...again.totals]).toEqual([
      ['disc_1', totals],
      ['disc_2', []],
    ]);
  });
});
