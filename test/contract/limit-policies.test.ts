import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { DiscountCode } from '@hemat/shared/schemas';
import { expireHolds } from '../../server/src/services/expire-holds.js';
import { patchDiscountCode } from '../../server/src/services/patch-discount-code.js';
import type { Storage } from '../../server/src/storage/storage.js';
import { runTogether } from '../support/run-together.js';
import { databases } from './support/databases.js';
import { createWorld, refusalOf, valueOf, type World } from './support/world.js';

const cart = { currency: 'IDR', subtotal: 100_000 };
const minute = 60_000;
const times = (count: number) => Array.from({ length: count }, (_, index) => index);

describe.each(databases)('limit policies on $name', ({ open }) => {
  let storage: Storage;
  let world: World;
  beforeAll(async () => {
    storage = await open();
  });
  beforeEach(async () => {
    world = await createWorld(storage);
  });
  afterAll(() => storage.close());

  const lockAll = (code: string, count: number) =>
    Promise.all(times(count).map((n) => world.lock({ orderId: `o-${n}`, code, ...cart })));

  describe('honor', () => {
    it('burns nothing for an unpaid order and honours every shopper who pays late, over the limit and saying so', async () => {
      const code = await world.createCode({ code: 'HONOR', maxUsesTotal: 2 });
      expect((await lockAll('HONOR', 4)).every(({ ok }) => ok)).toBe(true);
      expect(await world.counters(code)).toEqual({ uses: 0, holds: 0 });
      const paid = [];
      for (const n of times(4)) paid.push(valueOf(await world.redeem({ orderId: `o-${n}` })).redemption);
      expect(paid.map(({ overLimit }) => overLimit)).toEqual([false, false, true, true]);
      const told = (await world.events()).filter(({ type }) => type === 'discount_code.redeemed');
      expect(told.map(({ data }) => data)).toEqual(paid);
      expect(await world.counters(code)).toEqual({ uses: 4, holds: 0 });
      expect(refusalOf(await world.lock({ orderId: 'late', code: 'HONOR', ...cart }))).toBe(
        'MAX_USES_REACHED',
      );
      expect(valueOf(await world.redeem({ orderId: 'o-3' })).redemption.overLimit).toBe(true);
    });

    it('stands even if the code has expired or been paused since', async () => {
      const code = await world.createCode({ code: 'PAUSED' });
      valueOf(await world.lock({ orderId: 'paused', code: 'PAUSED', ...cart }));
      valueOf(await patchDiscountCode(world.deps, { id: code.id, active: false }));
      world.pass(365 * 24 * 60 * minute);
      expect(valueOf(await world.redeem({ orderId: 'paused' })).created).toBe(true);
    });

    it('says so when only the cap per customer was passed', async () => {
      await world.createCode({ code: 'EACH', maxUsesPerCustomer: 1 });
      const order = { code: 'EACH', customerId: 'c', ...cart };
      valueOf(await world.lock({ orderId: 'each-1', ...order }));
      valueOf(await world.lock({ orderId: 'each-2', ...order }));
      expect(valueOf(await world.redeem({ orderId: 'each-1' })).redemption.overLimit).toBe(false);
      expect(valueOf(await world.redeem({ orderId: 'each-2' })).redemption.overLimit).toBe(true);
    });
  });

  describe('strict', () => {
    it('counts at payment and refuses when none is left', async () => {
      const code = await world.createCode({ code: 'STRICT', limitPolicy: 'strict', maxUsesTotal: 3 });
      expect((await lockAll('STRICT', 10)).every(({ ok }) => ok)).toBe(true);
      const paid = await Promise.all(times(10).map((n) => world.redeem({ orderId: `o-${n}` })));
      expect(paid.filter(({ ok }) => ok)).toHaveLength(3);
      const late = paid.find(({ ok }) => !ok);
      expect(late).toEqual({ ok: false, refusal: { code: 'MAX_USES_REACHED', details: { code: 'STRICT' } } });
      expect(await world.counters(code)).toEqual({ uses: 3, holds: 0 });
    });

    it('gives the reason by the order of the checks when both caps are full, and by the order of the codes', async () => {
      const caps = { limitPolicy: 'strict', maxUsesTotal: 1, maxUsesPerCustomer: 1 };
      const customer = { customerId: 'pembeli', ...cart };
      const combines = ['cart'];
      await world.createCode({ code: 'EACH', ...caps, maxUsesTotal: null, combinesWith: combines });
      await world.createCode({ code: 'BOTH', ...caps, combinesWith: combines });
      valueOf(await world.lock({ orderId: 'late', codes: ['BOTH', 'EACH'], ...customer }));
      valueOf(await world.redeem({ orderId: 'first', codes: ['BOTH', 'EACH'], ...customer }));
      expect(await world.redeem({ orderId: 'late' })).toMatchObject({
        refusal: { code: 'MAX_USES_REACHED', details: { code: 'BOTH' } },
      });
    });
  });

  describe('hold', () => {
    const holdCode = (fields: object = {}): Promise<DiscountCode> =>
      world.createCode({ code: 'HOLD', limitPolicy: 'hold', holdMinutes: 10, maxUsesTotal: 2, ...fields });

    it('takes a slot with the lock, against others and never against its own order', async () => {
      const code = await holdCode();
      const locks = await lockAll('HOLD', 20);
      expect(locks.filter(({ ok }) => ok)).toHaveLength(2);
      expect(await world.counters(code)).toEqual({ uses: 0, holds: 2 });
      const own = locks.findIndex(({ ok }) => ok);
      const changed = { orderId: `o-${own}`, code: 'HOLD', currency: 'IDR', subtotal: 50_000 };
      expect(valueOf(await world.lock(changed))).toMatchObject({ created: false, discountAmount: 5_000 });
      expect(await world.counters(code)).toEqual({ uses: 0, holds: 2 });
      expect(await world.validate({ code: 'HOLD', ...cart })).toMatchObject({ applies: false, usesLeft: 0 });
    });

    it('turns into a use when the order is paid, and into nothing when it is released', async () => {
      const code = await holdCode();
      await lockAll('HOLD', 2);
      valueOf(await world.redeem({ orderId: 'o-0' }));
      expect(await world.counters(code)).toEqual({ uses: 1, holds: 1 });
      valueOf(await world.release('o-1'));
      expect(await world.counters(code)).toEqual({ uses: 1, holds: 0 });
      expect(refusalOf(await world.lock({ orderId: 'next', code: 'HOLD', ...cart }))).toBe('ok');
    });

    it('frees its slot the moment it runs out, for a question and for a lock, before any sweep', async () => {
      const code = await holdCode();
      await lockAll('HOLD', 2);
      world.pass(10 * minute - 1);
      expect(refusalOf(await world.lock({ orderId: 'early', code: 'HOLD', ...cart }))).toBe(
        'MAX_USES_REACHED',
      );
      world.pass(1);
      expect(await world.validate({ code: 'HOLD', ...cart })).toMatchObject({ applies: true, usesLeft: 2 });
      expect(refusalOf(await world.lock({ orderId: 'late', code: 'HOLD', ...cart }))).toBe('ok');
      expect(await world.counters(code)).toEqual({ uses: 0, holds: 1 });
      const freed = (await world.events()).filter(({ data }) => data.status === 'expired');
      expect(freed.map(({ type }) => type)).toEqual(['discount_code.released', 'discount_code.released']);
    });

    it('is swept when it runs out, once', async () => {
      world.pass(365 * 24 * 60 * minute);
      while ((await expireHolds(world.deps)) > 0);
      const code = await holdCode();
      await lockAll('HOLD', 2);
      expect(await expireHolds(world.deps)).toBe(0);
      world.pass(10 * minute);
      expect(await expireHolds(world.deps)).toBe(2);
      expect(await expireHolds(world.deps)).toBe(0);
      expect(await world.counters(code)).toEqual({ uses: 0, holds: 0 });
      expect(await world.drift()).toBe(0);
    });

    it.each(['swept', 'not swept'])(
      'paid after it ran out (%s) takes a free slot at the locked amounts',
      async (way) => {
        await holdCode();
        valueOf(await world.lock({ orderId: 'late', code: 'HOLD', ...cart }));
        world.pass(10 * minute);
        if (way === 'swept') await expireHolds(world.deps);
        const paid = valueOf(await world.redeem({ orderId: 'late' }));
        expect(paid).toMatchObject({
          created: true,
          redemption: { status: 'redeemed', discountAmount: 10_000 },
        });
        expect(await world.drift()).toBe(0);
      },
    );

    it.each(['swept', 'not swept'])(
      'paid after it ran out (%s) is a conflict when none is left',
      async (way) => {
        const code = await holdCode({ maxUsesTotal: 1 });
        valueOf(await world.lock({ orderId: 'late', code: 'HOLD', ...cart }));
        world.pass(10 * minute);
        if (way === 'swept') await expireHolds(world.deps);
        valueOf(await world.lock({ orderId: 'other', code: 'HOLD', ...cart }));
        expect(await world.redeem({ orderId: 'late' })).toEqual({
          ok: false,
          refusal: { code: 'MAX_USES_REACHED', conflict: true, details: { code: 'HOLD' } },
        });
        expect(await world.counters(code)).toEqual({ uses: 0, holds: 1 });
      },
    );

    it('of one lock does not come back with a later lock of the same order', async () => {
      await holdCode();
      const other = await world.createCode({ code: 'OTHER' });
      valueOf(await world.lock({ orderId: 'two', code: 'HOLD', ...cart }));
      world.pass(10 * minute);
      valueOf(await world.lock({ orderId: 'two', code: 'OTHER', ...cart }));
      const paid = valueOf(await world.redeem({ orderId: 'two' }));
      expect(paid.redemptions.map(({ code }) => code)).toEqual(['OTHER']);
      expect(await world.counters(other)).toEqual({ uses: 1, holds: 0 });
    });

    it('goes over to another customer even if the first one would now be over the cap', async () => {
      const code = await holdCode({ maxUsesTotal: null, maxUsesPerCustomer: 3 });
      const order = { code: 'HOLD', customerId: 'c', ...cart };
      for (const n of times(3)) valueOf(await world.lock({ orderId: `lower-${n}`, ...order }));
      valueOf(await patchDiscountCode(world.deps, { id: code.id, maxUsesPerCustomer: 1 }));
      expect(refusalOf(await world.lock({ orderId: 'lower-0', ...order, customerId: 'd' }))).toBe('ok');
      expect(await world.drift()).toBe(0);
    });

    it('counts for its customer too', async () => {
      await holdCode({ maxUsesTotal: null, maxUsesPerCustomer: 1 });
      const order = { code: 'HOLD', customerId: 'c', ...cart };
      valueOf(await world.lock({ orderId: 'c-1', ...order }));
      expect(refusalOf(await world.lock({ orderId: 'c-2', ...order }))).toBe('CUSTOMER_LIMIT_REACHED');
      expect(refusalOf(await world.lock({ orderId: 'd-1', ...order, customerId: 'd' }))).toBe('ok');
      valueOf(await world.lock({ orderId: 'c-1', ...order, customerId: 'e' }));
      expect(refusalOf(await world.lock({ orderId: 'c-2', ...order }))).toBe('ok');
      expect(await world.drift()).toBe(0);
    });

    it('never lets uses and holds pass the cap, whatever happens at once', async () => {
      const code = await holdCode({ maxUsesTotal: 5 });
      const seen: number[] = [];
      const moves = times(400).map((n) => ({ orderId: `m-${(n * 7) % 23}`, kind: n % 9 }));
      await runTogether(moves, 16, async ({ orderId, kind }) => {
        if (kind < 4) await world.lock({ orderId, code: 'HOLD', ...cart });
        else if (kind < 6) await world.redeem({ orderId });
        else if (kind < 7) await world.release(orderId);
        else if (kind < 8) world.pass(minute);
        else await expireHolds(world.deps);
        const { uses, holds } = await world.counters(code);
        seen.push(uses + holds);
      });
      expect(Math.max(...seen)).toBe(5);
      expect(await world.drift()).toBe(0);
    });
  });
});
