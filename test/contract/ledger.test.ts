import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { listRedemptionsQuery } from '@hemat/shared/schemas';
import { auditCounters } from '../../server/src/services/audit-counters.js';
import { listRedemptions } from '../../server/src/services/list-redemptions.js';
import { loadRedemption } from '../../server/src/services/load-redemption.js';
import { reconcileRedemptions } from '../../server/src/services/reconcile-redemptions.js';
import { reverseRedemption } from '../../server/src/services/reverse-redemption.js';
import type { Storage } from '../../server/src/storage/storage.js';
import { databases } from './support/databases.js';
import { createWorld, refusalOf, valueOf, type World } from './support/world.js';

const cart = { currency: 'IDR', subtotal: 100_000 };

describe.each(databases)('the ledger on $name', ({ open }) => {
  let storage: Storage;
  let world: World;
  beforeAll(async () => {
    storage = await open();
  });
  beforeEach(async () => {
    world = await createWorld(storage);
  });
  afterAll(() => storage.close());

  const redeem = async (orderId: string, code: string) => {
    world.pass(1_000);
    return valueOf(await world.redeem({ orderId, code, customerId: `c-${orderId}`, ...cart })).redemption;
  };
  const list = async (query: object) =>
    valueOf(await listRedemptions(world.deps, listRedemptionsQuery.parse(query)));
  const orders = (page: Awaited<ReturnType<typeof list>>) => page.items.map(({ orderId }) => orderId);

  it('lists rows newest first, page by page, stable while orders come in', async () => {
    await world.createCode({ code: 'LIST' });
    for (const n of [1, 2, 3, 4, 5]) await redeem(`l-${n}`, 'LIST');
    const first = await list({ limit: 2 });
    expect([orders(first), first.hasMore]).toEqual([['l-5', 'l-4'], true]);
    await redeem('l-6', 'LIST');
    const second = await list({ limit: 2, cursor: first.nextCursor });
    const third = await list({ limit: 2, cursor: second.nextCursor });
    expect([orders(second), orders(third), third.nextCursor]).toEqual([['l-3', 'l-2'], ['l-1'], null]);
  });

  it('filters by code in any spelling, status, order and time', async () => {
    await world.createCode({ code: 'RED' });
    await world.createCode({ code: 'BLUE' });
    const before = new Date(world.deps.now()).toISOString();
    const red = await redeem('f-1', 'RED');
    await redeem('f-2', 'BLUE');
    const between = new Date(world.deps.now()).toISOString();
    valueOf(await reverseRedemption(world.deps, { id: red.id }));
    expect(orders(await list({ code: ' r e d ' }))).toEqual(['f-1']);
    expect(orders(await list({ code: 'GREEN' }))).toEqual([]);
    expect(orders(await list({ status: 'reversed' }))).toEqual(['f-1']);
    expect(orders(await list({ orderId: 'f-2' }))).toEqual(['f-2']);
    expect(orders(await list({ from: before, to: between }))).toEqual(['f-1']);
    expect(orders(await list({ from: between }))).toEqual(['f-2']);
    expect(refusalOf(await listRedemptions(world.deps, { limit: 5, cursor: 'nonsense' }))).toBe(
      'VALIDATION_ERROR',
    );
    expect(refusalOf(await listRedemptions(world.deps, { limit: 5, discountCodeId: 'disc_none' }))).toBe(
      'NOT_FOUND',
    );
  });

  it('shows a row to its own workspace only', async () => {
    await world.createCode({ code: 'MINE' });
    const mine = await redeem('m-1', 'MINE');
    expect(valueOf(await loadRedemption(world.deps, { id: mine.id }))).toEqual(mine);
    const elsewhere = await createWorld(storage);
    expect(refusalOf(await loadRedemption(elsewhere.deps, { id: mine.id }))).toBe('NOT_FOUND');
  });

  it('finds every counter that was tampered with, repairs it and writes down that it did', async () => {
    const code = await world.createCode({ code: 'TAMPER', limitPolicy: 'hold', maxUsesTotal: 50 });
    await redeem('t-1', 'TAMPER');
    valueOf(await world.lock({ orderId: 't-2', code: 'TAMPER', customerId: 'c-2', ...cart }));
    const other = await world.createCode({ code: 'TAMPER-USES' });
    await redeem('t-3', 'TAMPER-USES');
    const { drift: none } = await auditCounters(world.deps);
    expect(none).toEqual([]);
    await storage.write(async (tx) => {
      const ours = { workspaceId: world.deps.workspace.id };
      await tx
        .updateTable('discount_code_usage')
        .set({ uses_total: 7, holds_total: 0 })
        .where('discount_code_id', '=', code.id)
        .execute();
      await tx
        .updateTable('discount_code_usage')
        .set({ uses_total: 3 })
        .where('discount_code_id', '=', other.id)
        .execute();
      await tx
        .deleteFrom('customer_usage')
        .where('discount_code_id', '=', code.id)
        .where('customer_id', '=', 'c-t-1')
        .execute();
      await tx
        .updateTable('customers')
        .set({ paid_orders: 4 })
        .where('workspace_id', '=', ours.workspaceId)
        .where('customer_id', '=', 'c-t-1')
        .execute();
    });
    const { drift, repaired } = await auditCounters(world.deps, { repair: true });
    const seen = drift.map(
      ({ counter, customerId, stored, expected }) => `${counter} ${customerId} ${stored}→${expected}`,
    );
    expect(new Set(seen)).toEqual(
      new Set(['uses null 7→1', 'holds null 0→1', 'uses null 3→1', 'uses c-t-1 0→1', 'paidOrders c-t-1 4→1']),
    );
    expect(repaired).toBe(true);
    expect(await world.drift()).toBe(0);
    expect(await world.counters(code)).toEqual({ uses: 1, holds: 1 });
    const rows = await storage.reader
      .selectFrom('audit_log')
      .select('id')
      .where('workspace_id', '=', world.deps.workspace.id)
      .where('action', '=', 'counter.repaired')
      .execute();
    expect(rows).toHaveLength(5);
  });

  it('reconciles with what the shop says was paid', async () => {
    const code = await world.createCode({ code: 'RECON' });
    const from = new Date(world.deps.now()).toISOString();
    await redeem('paid-and-counted', 'RECON');
    await redeem('counted-only', 'RECON');
    valueOf(await world.lock({ orderId: 'paid-only', code: 'RECON', ...cart }));
    valueOf(await world.lock({ orderId: 'cancelled-but-paid', code: 'RECON', ...cart }));
    valueOf(await world.release('cancelled-but-paid'));
    world.pass(1_000);
    const period = { from, to: new Date(world.deps.now()).toISOString() };
    const orderIds = ['paid-and-counted', 'paid-only', 'cancelled-but-paid', 'without-a-code'];
    const dry = valueOf(await reconcileRedemptions(world.deps, { ...period, orderIds, repair: false }));
    expect(dry.missed.map(({ orderId, reason }) => [orderId, reason])).toEqual([
      ['paid-only', null],
      ['cancelled-but-paid', null],
    ]);
    expect(await world.counters(code)).toEqual({ uses: 2, holds: 0 });
    const answer = valueOf(await reconcileRedemptions(world.deps, { ...period, orderIds }));
    expect(answer.extra.map(({ orderId }) => orderId)).toEqual(['counted-only']);
    expect(answer.repaired.map(({ orderId, status }) => [orderId, status])).toEqual([
      ['paid-only', 'redeemed'],
    ]);
    expect(answer.missed).toEqual([
      { orderId: 'cancelled-but-paid', status: 'released', reason: 'RELEASED' },
    ]);
    expect(await world.counters(code)).toEqual({ uses: 3, holds: 0 });
    const again = valueOf(await reconcileRedemptions(world.deps, { ...period, orderIds }));
    expect(again.repaired).toEqual([]);
  });
});
