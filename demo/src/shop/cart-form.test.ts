import { describe, expect, it } from 'vitest';
import type { Session } from '../sessions/session-repository.js';
import { readCartForm, readCodes } from './cart-form.js';

const session: Session = {
  id: 'visit_1',
  cart: { quantities: { 'kopi-gayo': 2, 'kopi-senja': 1 }, region: 'ID-BA' },
  draft: { name: 'Pembeli', email: 'pembeli@example.com', address: 'Jl. Melati 5', code: 'HEMAT10' },
  orderId: 'TK-1',
  customerId: null,
};

function read(...fields: [name: string, value: string][]) {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  return readCartForm(form, session);
}

describe('a cart form', () => {
  it('changes what it names and leaves the rest', () => {
    const { cart, draft } = read(['quantity.kopi-gayo', '3'], ['region', 'ID-JB'], ['name', 'Pelanggan']);
    expect(cart).toEqual({ quantities: { 'kopi-gayo': 3, 'kopi-senja': 1 }, region: 'ID-JB' });
    expect(draft).toEqual({ ...session.draft, name: 'Pelanggan' });
  });

  it('presses its buttons after the typed quantities', () => {
    expect(read(['quantity.kopi-gayo', '5'], ['more', 'kopi-gayo']).cart.quantities['kopi-gayo']).toBe(6);
    expect(read(['less', 'kopi-senja']).cart.quantities).toEqual({ 'kopi-gayo': 2 });
    expect(read(['remove', 'kopi-gayo']).cart.quantities).toEqual({ 'kopi-senja': 1 });
    expect(read(['more', 'kertas-saring']).cart.quantities['kertas-saring']).toBe(1);
  });

  it('ignores what is no quantity, no product and no destination', () => {
    const { cart } = read(
      ['quantity.kopi-gayo', 'many'],
      ['quantity.kopi-senja', '1.5'],
      ['quantity.kopi-gayo', ''],
      ['quantity.kopi-senja', '-1'],
      ['quantity.__proto__', '4'],
      ['more', 'constructor'],
      ['region', 'XX'],
    );
    expect(cart).toEqual(session.cart);
  });

  it('keeps a typed code only for a page without script: with it the field remembers its own', () => {
    expect(read(['discountCode', ' hemat10 ']).draft.code).toBe('hemat10');
    expect(read(['discountCode', 'HEMAT10'], ['scripted', '1']).draft.code).toBe('');
  });

  it('reads several codes from several fields, or from one with commas', () => {
    const form = new FormData();
    form.append('discountCode', 'ASAL10, BARENG5 ,');
    form.append('discountCode', 'GRATISONGKIR');
    expect(readCodes(form)).toEqual(['ASAL10', 'BARENG5', 'GRATISONGKIR']);
  });
});
