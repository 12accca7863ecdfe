import { lockInput } from '@hemat/shared/schemas';
import { describe, expect, it } from 'vitest';
import { catalogue } from './catalogue.js';
import { emptyCart, maxQuantity, priceCart, toCartInput, withQuantity } from './cart.js';

describe('a cart', () => {
  it('keeps products in the order they came, whatever happens to their quantities', () => {
    const two = withQuantity(withQuantity(emptyCart, 'kopi-senja', 1), 'kopi-gayo', 1);
    expect(Object.keys(withQuantity(two, 'kopi-senja', 5).quantities)).toEqual(['kopi-senja', 'kopi-gayo']);
  });

  it('takes a product out at none, and takes in only what is sold, up to the most', () => {
    const one = withQuantity(emptyCart, 'kopi-senja', 1);
    expect(withQuantity(one, 'kopi-senja', 0).quantities).toEqual({});
    expect(withQuantity(one, 'no-such-thing', 3).quantities).toEqual({ 'kopi-senja': 1 });
    expect(withQuantity(one, 'kopi-senja', 1000).quantities).toEqual({ 'kopi-senja': maxQuantity });
  });

  it('is priced in whole rupiah, shipping only where there is something to ship', () => {
    const cart = { quantities: { 'kopi-senja': 2, 'kopi-gayo': 1, 'sold-out-long-ago': 4 }, region: 'ID-PA' };
    expect(priceCart(cart)).toMatchObject({ subtotal: 335_000, shippingAmount: 60_000, itemCount: 3 });
    expect(priceCart({ ...emptyCart, region: 'ID-PA' })).toMatchObject({ subtotal: 0, shippingAmount: 0 });
  });

  it('goes to the nearest destination when its own is none of ours', () => {
    expect(priceCart({ ...emptyCart, region: 'XX' }).destination.region).toBe('ID-JK');
  });

  it('of everything on the shelf is one that the service takes', () => {
    const quantities = Object.fromEntries(catalogue.map(({ id }) => [id, maxQuantity]));
    const input = toCartInput(priceCart({ quantities, region: 'SG' }));
    expect(lockInput.safeParse({ ...input, code: 'X', orderId: 'TK-1' }).error).toBeUndefined();
    expect(
      lockInput.safeParse({ ...toCartInput(priceCart(emptyCart)), code: 'X', orderId: 'TK-1' }).success,
    ).toBe(true);
  });
});
