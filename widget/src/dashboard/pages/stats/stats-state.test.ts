import type { Stats } from '@hemat/shared/schemas';
import { expect, it } from 'vitest';
import { nothingKnown, reduceStats } from './stats-state.js';

const none = {
  uses: 0,
  orders: 0,
  discountAmount: 0,
  shippingDiscount: 0,
  netRevenue: 0,
  averageOrder: null,
  averageOrderBeforeDiscount: null,
};
const stats: Stats = {
  currency: 'IDR',
  timeZone: 'Asia/Jakarta',
  interval: 'day',
  from: '2026-11-21',
  to: '2026-11-21',
  totals: none,
  points: [],
  otherCurrencies: [],
};

it('lets a late answer to an old question change nothing', () => {
  const wanted = { period: '12m', currency: null } as const;
  const first = reduceStats(nothingKnown, { type: 'asked', wanted: nothingKnown.wanted, question: 1 });
  const second = reduceStats(first, { type: 'asked', wanted, question: 2 });
  expect(reduceStats(second, { type: 'counted', question: 1, stats })).toBe(second);
  expect(reduceStats(second, { type: 'counted', question: 2, stats }).figures).toEqual({
    phase: 'ready',
    value: stats,
  });
});
