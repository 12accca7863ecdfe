import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { archiveDiscountCode } from '../../server/src/services/archive-discount-code.js';
import { patchDiscountCode } from '../../server/src/services/patch-discount-code.js';
import type { Storage } from '../../server/src/storage/storage.js';
import { databases } from './support/databases.js';
import { createWorld, refusalOf, valueOf, type World } from './support/world.js';

const cart = {
  currency: 'IDR',
  lineItems: [
    { lineId: 'kopi', productId: 'p-kopi', tags: ['drink'], quantity: 3, unitAmount: 40_000 },
    { lineId: 'roti', productId: 'p-roti', tags: ['food'], quantity: 1, unitAmount: 30_000 },
  ],
  shippingAmount: 20_000,
};
const smaller = { currency: 'IDR', subtotal: 100_000 };

describe.each(databases)('lock on $name', ({ open }) => {
  let storage: Storage;
  let world: World;
  beforeAll(async () => {
    storage = await open();
    world = await createWorld(storage);
    await world.createCode({ code: 'TEN' });
    await world.createCode({
      code: 'FOOD',
      value: 50,
      scope: 'tags',
      tagFilter: ['food'],
      combinesWith: ['shipping'],
    });
    await world.createCode({
      code: 'FREESHIP',
      type: 'shipping_percent',
      value: 100,
      combinesWith: ['products'],
    });
  });
  afterAll(() => storage.close());

  it('freezes the figures with the share of every line and unit', async () => {
    const locked = valueOf(await world.lock({ orderId: 'freeze', code: 'ten', customerId: 'c-1', ...cart }));
    expect(locked).toMatchObject({
      created: true,
      subtotal: 150_000,
      shippingAmount: 20_000,
      discountAmount: 15_000,
      shippingDiscount: 0,
      total: 155_000,
      redemption: { status: 'locked', code: 'TEN', customerId: 'c-1', feeAmount: 0, holdExpiresAt: null },
    });
    expect(locked.redemption.allocations).toEqual([
      {
        lineId: 'kopi',
        productId: 'p-kopi',
        quantity: 3,
        unitAmount: 40_000,
        amount: 12_000,
        unitShares: [{ units: 3, amount: 4_000 }],
      },
      {
        lineId: 'roti',
        productId: 'p-roti',
        quantity: 1,
        unitAmount: 30_000,
        amount: 3_000,
        unitShares: [{ units: 1, amount: 3_000 }],
      },
    ]);
    expect((await world.events()).at(-1)).toEqual({ type: 'discount_code.applied', data: locked.redemption });
  });

  it('answers the same order, code and cart with the stored row, whatever became of the code', async () => {
    const code = await world.createCode({ code: 'SAME' });
    const first = valueOf(await world.lock({ orderId: 'same', code: 'SAME', ...cart }));
    await archiveDiscountCode(world.deps, code.id);
    expect(valueOf(await world.lock({ orderId: 'same', code: 'same', ...cart }))).toEqual({
      ...first,
      created: false,
    });
    expect(valueOf(await world.redeem({ orderId: 'same' }))).toMatchObject({
      created: true,
      redemption: { status: 'redeemed', discountAmount: 15_000, total: 155_000, feeAmount: 465 },
    });
  });

  it('quotes a changed cart anew and replaces the row', async () => {
    const first = valueOf(await world.lock({ orderId: 'change', code: 'TEN', ...cart }));
    const second = valueOf(await world.lock({ orderId: 'change', code: 'TEN', ...smaller }));
    expect(second).toMatchObject({ created: false, discountAmount: 10_000, total: 90_000 });
    expect(second.redemption.id).toBe(first.redemption.id);
    expect(valueOf(await world.redeem({ orderId: 'change' })).redemption.total).toBe(90_000);
  });

  it('adds a code that may stand beside the first, and redeems both with one fee', async () => {
    valueOf(await world.lock({ orderId: 'both', code: 'FOOD', ...cart }));
    const both = valueOf(await world.lock({ orderId: 'both', code: 'FREESHIP', ...cart }));
    expect(both).toMatchObject({
      created: true,
      discountAmount: 15_000,
      shippingDiscount: 20_000,
      total: 135_000,
      redemption: { code: 'FREESHIP' },
    });
    expect(both.redemptions.map(({ code, total }) => [code, total])).toEqual([
      ['FOOD', 135_000],
      ['FREESHIP', 135_000],
    ]);
    const paid = valueOf(await world.redeem({ orderId: 'both' }));
    expect(paid.redemptions.map(({ status, feeAmount }) => [status, feeAmount])).toEqual([
      ['redeemed', 405],
      ['redeemed', 0],
    ]);
  });

  it('refuses a code that may not stand beside the one the order has', async () => {
    valueOf(await world.lock({ orderId: 'rival', code: 'FOOD', ...cart }));
    expect(refusalOf(await world.lock({ orderId: 'rival', code: 'TEN', ...cart }))).toBe(
      'ORDER_ALREADY_DISCOUNTED',
    );
    expect(refusalOf(await world.lock({ orderId: 'rival-2', codes: ['FOOD', 'TEN'], ...cart }))).toBe(
      'NOT_COMBINABLE',
    );
    valueOf(await world.release('rival'));
    expect(refusalOf(await world.lock({ orderId: 'rival', code: 'TEN', ...cart }))).toBe('ok');
  });

  it('locks all of several codes or none', async () => {
    const refused = await world.lock({ orderId: 'none', codes: ['FOOD', 'NO-SUCH-CODE'], ...cart });
    expect(refused).toMatchObject({
      ok: false,
      refusal: { code: 'CODE_NOT_FOUND', field: 'codes.1' },
    });
    expect(refusalOf(await world.release('none'))).toBe('NOT_FOUND');
    expect(refusalOf(await world.lock({ orderId: 'none', code: 'FOOD', ...cart }))).toBe('ok');
  });

  it('names the code that a changed cart no longer allows, be it one the order has or one of the call', async () => {
    await world.createCode({
      code: 'BIG-CART',
      currency: 'IDR',
      minPurchaseAmount: 120_000,
      combinesWith: ['shipping'],
    });
    await world.createCode({ code: 'SHIP-ALL', type: 'shipping_percent', value: 50, combinesWith: ['cart'] });
    const codes = ['SHIP-ALL', 'big-cart'];
    const both = await world.lock({ orderId: 'which', codes, ...smaller });
    expect(both).toEqual({
      ok: false,
      refusal: {
        code: 'MIN_PURCHASE_NOT_MET',
        field: 'codes.1',
        missing: [{ kind: 'minPurchase', shortBy: 20_000 }],
        details: { code: 'BIG-CART' },
      },
    });
    valueOf(await world.lock({ orderId: 'which', code: 'BIG-CART', ...cart }));
    const later = await world.lock({ orderId: 'which', code: 'SHIP-ALL', ...smaller });
    expect(later).toMatchObject({ refusal: { code: 'MIN_PURCHASE_NOT_MET', details: { code: 'BIG-CART' } } });
    expect(later).not.toHaveProperty('refusal.field');
  });

  it('names the field of a refused code also where the order has it and another beside it', async () => {
    const paused = await world.createCode({ code: 'PAUSED-LATER', combinesWith: ['shipping'] });
    await world.createCode({ code: 'SHIP-TOO', type: 'shipping_percent', value: 50, combinesWith: ['cart'] });
    valueOf(await world.lock({ orderId: 'paused', codes: ['PAUSED-LATER', 'SHIP-TOO'], ...cart }));
    valueOf(await patchDiscountCode(world.deps, { id: paused.id, active: false }));
    const again = await world.lock({ orderId: 'paused', code: 'paused-later', ...smaller });
    expect(again).toMatchObject({ refusal: { code: 'INACTIVE', field: 'code' } });
  });

  it('never answers a total that counts a code whose hold ran out and whose row is not in the answer', async () => {
    const held = { limitPolicy: 'hold', holdMinutes: 1, combinesWith: ['shipping'] };
    await world.createCode({ code: 'HELD', ...held });
    await world.createCode({ code: 'KEPT', type: 'shipping_percent', value: 100, combinesWith: ['cart'] });
    const both = valueOf(await world.lock({ orderId: 'half', codes: ['HELD', 'KEPT'], ...cart }));
    world.pass(60_000);
    const again = valueOf(await world.lock({ orderId: 'half', code: 'KEPT', ...cart }));
    expect(again).toMatchObject({ created: false, discountAmount: 0, redemptions: [{ code: 'KEPT' }] });
    expect(again.total).toBe(both.total + both.discountAmount);
    const paid = valueOf(await world.redeem({ orderId: 'half' }));
    expect(paid.redemptions.map(({ code, total }) => [code, total])).toEqual([['KEPT', again.total]]);
  });

  it('takes the same code twice for one', async () => {
    const locked = valueOf(await world.lock({ orderId: 'twice', codes: ['TEN', ' t e n '], ...cart }));
    expect(locked.redemptions).toHaveLength(1);
  });

  it('locks a released order again, in the same row', async () => {
    const first = valueOf(await world.lock({ orderId: 'again', code: 'TEN', ...cart }));
    expect(valueOf(await world.release('again'))).toMatchObject({
      released: true,
      redemption: { status: 'released' },
    });
    expect(valueOf(await world.release('again'))).toMatchObject({
      released: false,
      redemption: { status: 'released' },
    });
    expect(refusalOf(await world.redeem({ orderId: 'again' }))).toBe('REDEMPTION_CONFLICT');
    const second = valueOf(await world.lock({ orderId: 'again', code: 'TEN', ...cart }));
    expect(second).toMatchObject({
      created: true,
      redemption: { id: first.redemption.id, status: 'locked', releasedAt: null },
    });
  });

  it('redeems a released order when code and cart come with it, validated anew', async () => {
    valueOf(await world.lock({ orderId: 'anew', code: 'TEN', ...cart }));
    valueOf(await world.release('anew'));
    const paid = valueOf(await world.redeem({ orderId: 'anew', code: 'TEN', ...smaller }));
    expect(paid).toMatchObject({
      created: true,
      redemption: { status: 'redeemed', discountAmount: 10_000, total: 90_000 },
    });
  });

  it('answers the same question for a paid order with its row, and refuses any other', async () => {
    valueOf(await world.lock({ orderId: 'paid', code: 'TEN', ...cart }));
    valueOf(await world.redeem({ orderId: 'paid' }));
    expect(valueOf(await world.lock({ orderId: 'paid', code: 'TEN', ...cart }))).toMatchObject({
      created: false,
      discountAmount: 15_000,
      redemption: { status: 'redeemed' },
    });
    expect(refusalOf(await world.lock({ orderId: 'paid', code: 'FOOD', ...cart }))).toBe(
      'REDEMPTION_CONFLICT',
    );
    expect(refusalOf(await world.lock({ orderId: 'paid', code: 'TEN', ...smaller }))).toBe(
      'REDEMPTION_CONFLICT',
    );
    expect(refusalOf(await world.release('paid'))).toBe('REDEMPTION_CONFLICT');
  });

  it('refuses to redeem a locked order under another code', async () => {
    valueOf(await world.lock({ orderId: 'under', code: 'TEN', ...cart }));
    expect(refusalOf(await world.redeem({ orderId: 'under', code: 'FOOD', ...cart }))).toBe(
      'REDEMPTION_CONFLICT',
    );
  });

  it('counts the payment for the customer that only the payment names', async () => {
    await world.createCode({ code: 'ONE-EACH', limitPolicy: 'strict' });
    valueOf(await world.lock({ orderId: 'guest', code: 'ONE-EACH', ...cart }));
    const paid = valueOf(await world.redeem({ orderId: 'guest', customerId: 'c-guest' }));
    expect(paid.redemption.customerId).toBe('c-guest');
    expect(await world.drift()).toBe(0);
  });

  describe('with the quote the shopper saw', () => {
    const validated = async (codes: string[], over: object) => {
      const verdict = await world.validate({ codes, ...over });
      if (!verdict.applies) throw new Error(verdict.reason);
      return verdict.quote;
    };

    it('locks the amount that was shown, also half a day later', async () => {
      const quote = await validated(['TEN'], cart);
      world.pass(12 * 3_600_000);
      expect(
        valueOf(await world.lock({ orderId: 'shown', code: 'TEN', quote, ...cart })).discountAmount,
      ).toBe(15_000);
    });

    it('stores nothing and says what changed: the rule', async () => {
      const code = await world.createCode({ code: 'EDIT', value: 20 });
      const quote = await validated(['EDIT'], cart);
      valueOf(await patchDiscountCode(world.deps, { id: code.id, value: 10 }));
      const refused = await world.lock({ orderId: 'edit', code: 'EDIT', quote, ...cart });
      expect(refused).toMatchObject({
        ok: false,
        refusal: {
          code: 'QUOTE_CHANGED',
          details: {
            previous: { discountAmount: 30_000, total: 140_000 },
            current: { discountAmount: 15_000, total: 155_000 },
            cause: 'rule',
          },
        },
      });
      expect(refusalOf(await world.release('edit'))).toBe('NOT_FOUND');
    });

    it('says what changed: the cart, the combination', async () => {
      const quote = await validated(['FOOD'], cart);
      const other = { ...cart, lineItems: cart.lineItems.map((line) => ({ ...line, quantity: 2 })) };
      const byCart = await world.lock({ orderId: 'by-cart', code: 'FOOD', quote, ...other });
      expect(byCart).toMatchObject({ refusal: { code: 'QUOTE_CHANGED', details: { cause: 'cart' } } });
      valueOf(await world.lock({ orderId: 'by-code', code: 'FREESHIP', ...cart }));
      const byCode = await world.lock({ orderId: 'by-code', code: 'FOOD', quote, ...cart });
      expect(byCode).toMatchObject({ refusal: { code: 'QUOTE_CHANGED', details: { cause: 'combination' } } });
    });

    it('refuses a quote that was forged or signed for another workspace', async () => {
      const elsewhere = await createWorld(storage);
      await elsewhere.createCode({ code: 'TEN' });
      const foreign = await elsewhere.validate({ code: 'TEN', ...cart });
      const [payload = '', signature = ''] = (await validated(['TEN'], cart)).split('.');
      const claim = JSON.parse(Buffer.from(payload.slice(2), 'base64url').toString('utf8')) as object;
      const changed = Buffer.from(JSON.stringify({ ...claim, expiresAt: 0 })).toString('base64url');
      const quotes = [
        'q_e30.AAAA',
        'nonsense',
        foreign.applies ? foreign.quote : '',
        // Signed by us, and changed since.
        `q_${changed}.${signature}`,
      ];
      for (const quote of quotes) {
        const refused = await world.lock({ orderId: 'forged', code: 'TEN', quote, ...cart });
        expect(refused).toMatchObject({ refusal: { code: 'VALIDATION_ERROR', field: 'quote' } });
      }
    });

    it('does not pass off an old lock for the new amount that was shown', async () => {
      const code = await world.createCode({ code: 'RAISE', value: 10 });
      valueOf(await world.lock({ orderId: 'raise', code: 'RAISE', ...cart }));
      valueOf(await patchDiscountCode(world.deps, { id: code.id, value: 20 }));
      const quote = await validated(['RAISE'], cart);
      const locked = valueOf(await world.lock({ orderId: 'raise', code: 'RAISE', quote, ...cart }));
      expect(locked).toMatchObject({ created: false, discountAmount: 30_000 });
    });
  });

  it('has no drift after all that', async () => {
    expect(await world.drift()).toBe(0);
  });
});
