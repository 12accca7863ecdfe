import { expect, it } from 'vitest';
import { plainCart, plainRule } from '../../test/plain-rule.js';
import { bestOf } from './best-of.js';

it('ranks by what this cart really saves, shipping included, those that do not apply last', () => {
  const cart = plainCart([{ unitAmount: 200_000 }], 30_000);
  const rules = [
    plainRule({ id: 'far', minPurchaseAmount: 500_000, discount: { type: 'percent', basisPoints: 9_000 } }),
    plainRule({ id: 'ten', discount: { type: 'percent', basisPoints: 1_000 } }),
    plainRule({ id: 'capped', discount: { type: 'percent', basisPoints: 5_000 }, maxDiscountAmount: 5_000 }),
    plainRule({ id: 'shipping', discount: { type: 'shipping_percent', basisPoints: 10_000 } }),
    plainRule({ id: 'tie', discount: { type: 'fixed', amount: 20_000 } }),
    plainRule({ id: 'none', discount: { type: 'percent', basisPoints: 1 }, roundingIncrement: 1_000 }),
  ];
  const ranked = bestOf(rules, cart, { now: 0, codes: {} });
  expect(ranked.map(({ rule, saving, quote }) => [rule.id, saving, quote.applies])).toEqual([
    ['shipping', 30_000, true],
    ['ten', 20_000, true],
    ['tie', 20_000, true],
    ['capped', 5_000, true],
    ['none', 0, true],
    ['far', 0, false],
  ]);
});
