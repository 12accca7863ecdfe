import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reverseRedemption } from '../../server/src/services/reverse-redemption.js';
import type { Storage } from '../../server/src/storage/storage.js';
import { databases } from './support/databases.js';
import { createWorld, refusalOf, valueOf, type World } from './support/world.js';

const cart = { currency: 'IDR', subtotal: 250_000 };
const times = (count: number) => Array.from({ length: count }, (_, index) => index);

describe.each(databases)('redeem on $name', ({ open }) => {
  let storage: Storage;
  let world: World;
  beforeAll(async () => {
    storage = await open();
    world = await createWorld(storage);
  });
  afterAll(() => storage.close());

  it('counts an order that was never locked, with its figures, fee, event and audit row', async () => {
    const code = await world.createCode({ code: 'PLAIN' });
    const { created, redemption } = valueOf(
      await world.redeem({ orderId: 'plain-1', code: ' plain ', customerId: 'c-plain', ...cart }),
    );
    expect(created).toBe(true);
    expect(redemption).toMatchObject({
      code: 'PLAIN',
      orderId: 'plain-1',
      status: 'redeemed',
      subtotal: 250_000,
      discountAmount: 25_000,
      total: 225_000,
      feeAmount: 675,
      overLimit: false,
    });
    expect(await world.counters(code)).toEqual({ uses: 1, holds: 0 });
    expect((await world.events()).at(-1)).toEqual({ type: 'discount_code.redeemed', data: redemption });
    const audit = await storage.reader
      .selectFrom('audit_log')
      .selectAll()
      .where('target_id', '=', redemption.id)
      .execute();
    expect(audit).toMatchObject([{ action: 'redemption.redeemed', actor_id: 'ak_contract', before: null }]);
  });

  it('makes one row out of twenty concurrent redeems of one order, created once, and answers all alike', async () => {
    const code = await world.createCode({ code: 'ONCE', maxUsesTotal: 5 });
    const answers = await Promise.all(
      times(20).map(() => world.redeem({ orderId: 'once-1', code: 'ONCE', ...cart })),
    );
    const values = answers.map(valueOf);
    expect(values.filter(({ created }) => created)).toHaveLength(1);
    expect(new Set(values.map(({ redemption }) => JSON.stringify(redemption))).size).toBe(1);
    expect(await world.counters(code)).toEqual({ uses: 1, holds: 0 });
  });

  it('lets exactly three of fifty racing orders through a cap of three', async () => {
    const code = await world.createCode({ code: 'THREE', maxUsesTotal: 3 });
    const answers = await Promise.all(
      times(50).map((n) => world.redeem({ orderId: `three-${n}`, code: 'THREE', ...cart })),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(3);
    expect(new Set(answers.filter(({ ok }) => !ok).map(refusalOf))).toEqual(new Set(['MAX_USES_REACHED']));
    expect(await world.counters(code)).toEqual({ uses: 3, holds: 0 });
  });

  it('lets each of ten customers through a cap of two per customer exactly twice', async () => {
    await world.createCode({ code: 'TWICE', maxUsesPerCustomer: 2 });
    const answers = await Promise.all(
      times(60).map(async (n) => {
        const customerId = `c-${n % 10}`;
        const answer = await world.redeem({ orderId: `twice-${n}`, code: 'TWICE', customerId, ...cart });
        return { customerId, outcome: refusalOf(answer) };
      }),
    );
    for (const n of times(10)) {
      const own = answers.filter(({ customerId }) => customerId === `c-${n}`).map(({ outcome }) => outcome);
      expect(own.filter((outcome) => outcome === 'ok')).toHaveLength(2);
      expect(own.filter((outcome) => outcome === 'CUSTOMER_LIMIT_REACHED')).toHaveLength(4);
    }
  });

  it('counts one paid order for a customer, however many codes it has', async () => {
    await world.createCode({ code: 'NEWCOMER', customerEligibility: 'new', combinesWith: ['shipping'] });
    await world.createCode({ code: 'SHIP', type: 'shipping_percent', value: 100, combinesWith: ['cart'] });
    const order = { codes: ['NEWCOMER', 'SHIP'], customerId: 'c-new', ...cart, shippingAmount: 10_000 };
    valueOf(await world.redeem({ orderId: 'new-1', ...order }));
    expect(refusalOf(await world.redeem({ orderId: 'new-2', ...order }))).toBe('CUSTOMER_NOT_ELIGIBLE');
    const known = await storage.reader
      .selectFrom('customers')
      .select('paid_orders')
      .where('workspace_id', '=', world.deps.workspace.id)
      .where('customer_id', '=', 'c-new')
      .execute();
    expect(known).toEqual([{ paid_orders: 1 }]);
  });

  it('answers a replay with the stored row for ever, also after the code has expired or the use was reversed', async () => {
    const expiresAt = new Date(world.deps.now() + 60_000).toISOString();
    await world.createCode({ code: 'SHORT', expiresAt });
    const first = valueOf(await world.redeem({ orderId: 'short-1', code: 'SHORT', ...cart }));
    world.pass(3_600_000);
    expect(valueOf(await world.redeem({ orderId: 'short-1' }))).toEqual({ ...first, created: false });
    await reverseRedemption(world.deps, { id: first.redemption.id });
    const late = valueOf(await world.redeem({ orderId: 'short-1', code: 'short', ...cart }));
    expect(late).toMatchObject({ created: false, redemption: { status: 'reversed' } });
  });

  it('refuses another code or amount for a redeemed order, but not another customer', async () => {
    await world.createCode({ code: 'MINE' });
    await world.createCode({ code: 'OTHER' });
    valueOf(await world.redeem({ orderId: 'mine-1', code: 'MINE', customerId: 'a', ...cart }));
    expect(refusalOf(await world.redeem({ orderId: 'mine-1', code: 'OTHER', ...cart }))).toBe(
      'REDEMPTION_CONFLICT',
    );
    expect(refusalOf(await world.redeem({ orderId: 'mine-1', currency: 'IDR', subtotal: 1 }))).toBe(
      'REDEMPTION_CONFLICT',
    );
    expect(refusalOf(await world.redeem({ orderId: 'mine-1', currency: 'USD' }))).toBe('REDEMPTION_CONFLICT');
    expect(refusalOf(await world.redeem({ orderId: 'mine-1', customerId: 'b', ...cart }))).toBe('ok');
  });

  it('names what is missing to redeem an order that it does not know', async () => {
    expect(refusalOf(await world.redeem({ orderId: 'nobody' }))).toBe('NOT_FOUND');
    expect(refusalOf(await world.redeem({ orderId: 'nobody', ...cart }))).toBe('NOT_FOUND');
    const bare = await world.redeem({ orderId: 'nobody', code: 'PLAIN' });
    expect(bare).toMatchObject({ ok: false, refusal: { code: 'VALIDATION_ERROR', field: 'subtotal' } });
  });

  it('leaves nothing of a refused redeem', async () => {
    await world.createCode({ code: 'RICH', currency: 'IDR', minPurchaseAmount: 300_000 });
    const refused = await world.redeem({ orderId: 'rich-1', code: 'RICH', ...cart });
    expect(refused).toMatchObject({
      ok: false,
      refusal: { code: 'MIN_PURCHASE_NOT_MET', missing: [{ kind: 'minPurchase', shortBy: 50_000 }] },
    });
    expect(refusalOf(await world.release('rich-1'))).toBe('NOT_FOUND');
  });

  it('keeps orders of two shop systems and two workspaces apart', async () => {
    await world.createCode({ code: 'APART' });
    const elsewhere = await createWorld(storage);
    await elsewhere.createCode({ code: 'APART' });
    const order = { orderId: 'apart-1', code: 'APART', ...cart };
    const rows = [
      valueOf(await world.redeem(order)),
      valueOf(await world.redeem({ ...order, externalSource: 'pos' })),
      valueOf(await elsewhere.redeem(order)),
    ];
    expect(rows.map(({ created }) => created)).toEqual([true, true, true]);
    const foreign = rows[0]?.redemption.id ?? '';
    expect(refusalOf(await reverseRedemption(elsewhere.deps, { id: foreign }))).toBe('NOT_FOUND');
  });

  it('has no drift after all that', async () => {
    expect(await world.drift()).toBe(0);
  });
});
