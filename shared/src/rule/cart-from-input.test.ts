import { expect, it } from 'vitest';
import { cartFromInput } from './cart-from-input.js';

it('names unnamed lines by their place, sums them up and fills in what was left out', () => {
  const cart = cartFromInput(
    {
      lineItems: [
        { quantity: 2, unitAmount: 300 },
        { lineId: 'x', productId: 'p', tags: ['t'], quantity: 1, unitAmount: 5 },
      ],
      region: 'id-jk',
    },
    'IDR',
  );
  expect(cart).toEqual({
    currency: 'IDR',
    lines: [
      { lineId: '1', productId: null, tags: [], quantity: 2, unitAmount: 300 },
      { lineId: 'x', productId: 'p', tags: ['t'], quantity: 1, unitAmount: 5 },
    ],
    subtotal: 605,
    shippingAmount: 0,
    region: 'ID-JK',
  });
});

it('takes the given subtotal where there are no lines', () => {
  const cart = cartFromInput({ currency: 'USD', lineItems: [], subtotal: 700, shippingAmount: 9 }, 'IDR');
  expect(cart).toEqual({ currency: 'USD', lines: [], subtotal: 700, shippingAmount: 9, region: null });
});
