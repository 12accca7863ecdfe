import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { previewRefund } from '../../server/src/services/preview-refund.js';
import { reverseRedemption } from '../../server/src/services/reverse-redemption.js';
import type { Storage } from '../../server/src/storage/storage.js';
import { databases } from './support/databases.js';
import { createWorld, refusalOf, valueOf, type World } from './support/world.js';

const cart = {
  currency: 'IDR',
  lineItems: [
    { lineId: 'a', productId: 'p-a', quantity: 7, unitAmount: 3_333 },
    { lineId: 'b', productId: 'p-b', quantity: 2, unitAmount: 11_111 },
  ],
};

describe.each(databases)('reverse and refund on $name', ({ open }) => {
  let storage: Storage;
  let world: World;
  beforeAll(async () => {
    storage = await open();
    world = await createWorld(storage);
  });
  afterAll(() => storage.close());

  it('gives the use back to the code and the customer, once, and says so', async () => {
    const code = await world.createCode({ code: 'BACK', maxUsesTotal: 1, maxUsesPerCustomer: 1 });
    const order = { code: 'BACK', customerId: 'c', ...cart };
    const { redemption } = valueOf(await world.redeem({ orderId: 'back-1', ...order }));
    const answers = await Promise.all(
      [1, 2, 3].map(async () => valueOf(await reverseRedemption(world.deps, { id: redemption.id }))),
    );
    expect(answers.map(({ reversed }) => reversed).sort()).toEqual([false, false, true]);
    expect(answers[0]?.redemption).toMatchObject({ status: 'reversed', useRestored: true });
    expect(await world.counters(code)).toEqual({ uses: 0, holds: 0 });
    expect(refusalOf(await world.redeem({ orderId: 'back-2', ...order }))).toBe('ok');
    expect((await world.events()).filter(({ type }) => type === 'discount_code.reversed')).toHaveLength(1);
  });

  it('keeps the use when it is told to', async () => {
    const code = await world.createCode({ code: 'KEEP', maxUsesTotal: 1 });
    const { redemption } = valueOf(await world.redeem({ orderId: 'keep-1', code: 'KEEP', ...cart }));
    const { redemption: reversed } = valueOf(
      await reverseRedemption(world.deps, { id: redemption.id, restoreUse: false }),
    );
    expect(reversed).toMatchObject({ status: 'reversed', useRestored: false });
    expect(await world.counters(code)).toEqual({ uses: 1, holds: 0 });
    expect(refusalOf(await world.redeem({ orderId: 'keep-2', code: 'KEEP', ...cart }))).toBe(
      'MAX_USES_REACHED',
    );
  });

  it('is a conflict for what was never counted', async () => {
    await world.createCode({ code: 'UNPAID' });
    const { redemption } = valueOf(await world.lock({ orderId: 'unpaid', code: 'UNPAID', ...cart }));
    expect(refusalOf(await reverseRedemption(world.deps, { id: redemption.id }))).toBe('REDEMPTION_CONFLICT');
    expect(refusalOf(await reverseRedemption(world.deps, { id: 'red_nobody' }))).toBe('NOT_FOUND');
  });

  it('previews partial refunds that add up to exactly what was paid, over both codes of an order', async () => {
    await world.createCode({
      code: 'HALF',
      value: 33.33,
      scope: 'products',
      productIds: ['p-a'],
      combinesWith: ['cart'],
    });
    await world.createCode({ code: 'REST', value: 7.77, combinesWith: ['products'] });
    const paid = valueOf(await world.redeem({ orderId: 'parts', codes: ['HALF', 'REST'], ...cart }));
    const preview = async (lineId: string, quantity: number, alreadyRefunded: number) =>
      valueOf(
        await previewRefund(world.deps, {
          id: paid.redemption.id,
          lines: [{ lineId, quantity, alreadyRefunded }],
        }),
      ).amount;
    let refunded = 0;
    for (let unit = 0; unit < 7; unit += 1) refunded += await preview('a', 1, unit);
    refunded += (await preview('b', 1, 0)) + (await preview('b', 1, 1));
    expect(refunded).toBe(paid.redemption.total);
    expect((await preview('a', 3, 0)) + (await preview('a', 4, 3)) + (await preview('b', 2, 0))).toBe(
      refunded,
    );
  });

  it('names the line that cannot be refunded so', async () => {
    await world.createCode({ code: 'LINES' });
    const { redemption } = valueOf(await world.redeem({ orderId: 'lines', code: 'LINES', ...cart }));
    const fault = async (line: { lineId: string; quantity: number; alreadyRefunded?: number }) => {
      const answer = await previewRefund(world.deps, { id: redemption.id, lines: [line] });
      return answer.ok ? 'ok' : answer.refusal.field;
    };
    expect(await fault({ lineId: 'nope', quantity: 1 })).toBe('lines.0.lineId');
    expect(await fault({ lineId: 'b', quantity: 2, alreadyRefunded: 1 })).toBe('lines.0.quantity');
  });
});
