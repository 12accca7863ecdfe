import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { auditCounters } from '../../server/src/services/audit-counters.js';
import { reverseRedemption } from '../../server/src/services/reverse-redemption.js';
import { loadModuleFees } from '../../server/src/services/stats/load-module-fees.js';
import { loadStats } from '../../server/src/services/stats/load-stats.js';
import { createDailyStats } from '../../server/src/storage/migrations/0011-daily-stats.js';
import { postgresColumnTypes } from '../../server/src/storage/postgres/column-types.js';
import { sqliteColumnTypes } from '../../server/src/storage/sqlite/column-types.js';
import type { Storage } from '../../server/src/storage/storage.js';
import { databases } from '../contract/support/databases.js';
import { createWorld, refusalOf, valueOf, type World } from '../contract/support/world.js';

const hour = 3_600_000;
const empty = {
  uses: 0,
  orders: 0,
  discountAmount: 0,
  shippingDiscount: 0,
  netRevenue: 0,
  averageOrder: null,
  averageOrderBeforeDiscount: null,
};

describe.each(databases)('stats on $name', ({ name, open }) => {
  let storage: Storage;
  let world: World;
  beforeAll(async () => {
    storage = await open();
  });
  // The world begins on 2026-06-01 at 19:00 in Jakarta.
  beforeEach(async () => {
    world = await createWorld(storage);
  });
  afterAll(() => storage.close());

  const pay = async (orderId: string, codes: string[], more: object = {}) =>
    valueOf(await world.redeem({ orderId, codes, currency: 'IDR', subtotal: 100_000, ...more })).redemption;
  const stats = async (query: object = {}, of = world) =>
    valueOf(await loadStats(of.deps, { interval: 'day', from: '2026-06-01', to: '2026-06-03', ...query }));

  it('are kept by the day in the zone of the workspace, with every empty day', async () => {
    const { id } = await world.createCode({ code: 'TEN' });
    await pay('d1', ['TEN'], { shippingAmount: 9_000 });
    world.pass(5 * hour - 1);
    await pay('d2', ['TEN'], { subtotal: 50_001 });
    world.pass(1);
    await pay('d3', ['TEN']);
    const first = {
      uses: 2,
      orders: 2,
      discountAmount: 15_000,
      shippingDiscount: 0,
      netRevenue: 144_001,
      averageOrder: 72_001,
      averageOrderBeforeDiscount: 79_501,
    };
    const { points, totals, ...about } = await stats({ id });
    expect(points).toMatchObject([
      { period: '2026-06-01', ...first },
      { period: '2026-06-02', orders: 1, netRevenue: 90_000 },
      { period: '2026-06-03', ...empty },
    ]);
    expect(totals).toMatchObject({ uses: 3, orders: 3, discountAmount: 25_000, netRevenue: 234_001 });
    expect(about).toEqual({
      currency: 'IDR',
      timeZone: 'Asia/Jakarta',
      interval: 'day',
      from: '2026-06-01',
      to: '2026-06-03',
      otherCurrencies: [],
    });
    expect((await stats({ id, interval: 'month' })).points).toMatchObject([{ period: '2026-06', orders: 3 }]);
    expect((await stats({ id, from: '2026-06-02' })).totals.orders).toBe(1);
    const moments = { from: '2026-06-01T17:00:00Z', to: '2026-06-02T17:00:00Z' };
    expect(await stats({ id, ...moments })).toMatchObject({ from: '2026-06-02', to: '2026-06-02' });
  });

  it('count an order of two codes once for the workspace and once for each code', async () => {
    const items = await world.createCode({ code: 'ITEMS', combinesWith: ['shipping'] });
    const shipping = await world.createCode({
      code: 'SHIP',
      type: 'shipping_percent',
      value: 50,
      combinesWith: ['cart'],
    });
    await pay('two', ['SHIP', 'ITEMS'], { shippingAmount: 20_000 });
    expect((await stats()).totals).toMatchObject({
      uses: 2,
      orders: 1,
      discountAmount: 10_000,
      shippingDiscount: 10_000,
      netRevenue: 100_000,
      averageOrderBeforeDiscount: 120_000,
    });
    expect((await stats({ id: items.id })).totals).toMatchObject({ orders: 1, discountAmount: 10_000 });
    expect((await stats({ id: shipping.id })).totals).toMatchObject({
      orders: 1,
      shippingDiscount: 10_000,
      netRevenue: 100_000,
    });
  });

  it('count what is paid, not what is locked, and take a reversal out of the day of its payment', async () => {
    const { id } = await world.createCode({ code: 'BACK' });
    valueOf(await world.lock({ orderId: 'b0', code: 'BACK', currency: 'IDR', subtotal: 70_000 }));
    expect((await stats({ id })).totals).toEqual(empty);
    const paid = await pay('b1', ['BACK']);
    const kept = await pay('b2', ['BACK']);
    world.pass(24 * hour);
    valueOf(await reverseRedemption(world.deps, { id: paid.id }));
    valueOf(await reverseRedemption(world.deps, { id: kept.id, restoreUse: false }));
    expect((await stats({ id })).points[0]).toMatchObject({ ...empty, uses: 1 });
    valueOf(await world.redeem({ orderId: 'b0' }));
    expect((await stats({ id })).points[1]).toMatchObject({ uses: 1, orders: 1, netRevenue: 63_000 });
    expect(await world.drift()).toBe(0);
  });

  it('keep currencies and workspaces apart', async () => {
    const { id } = await world.createCode({ code: 'ANY' });
    await pay('c1', ['ANY']);
    await pay('c2', ['ANY'], { currency: 'USD', subtotal: 5_000 });
    expect(await stats()).toMatchObject({ currency: 'IDR', totals: { orders: 1 }, otherCurrencies: ['USD'] });
    expect((await stats({ currency: 'USD' })).totals).toMatchObject({ orders: 1, netRevenue: 4_500 });
    const other = await createWorld(storage);
    expect((await stats({}, other)).totals).toEqual(empty);
    const foreign = await loadStats(other.deps, { interval: 'day', id });
    expect(refusalOf(foreign)).toBe('NOT_FOUND');
  });

  it('refuse a span that ends before it begins or is too long', async () => {
    const ask = (from: string, to: string) => loadStats(world.deps, { interval: 'day', from, to });
    expect(refusalOf(await ask('2026-06-02', '2026-06-01'))).toBe('VALIDATION_ERROR');
    expect(refusalOf(await ask('2023-06-02', '2026-06-02'))).toBe('VALIDATION_ERROR');
    expect(refusalOf(await ask('2023-06-03', '2026-06-02'))).toBe('ok');
    expect(valueOf(await loadStats(world.deps, { interval: 'day' })).points).toHaveLength(30);
  });

  it('keep the day of a payment when the workspace moves to another zone', async () => {
    await world.createCode({ code: 'ZONE' });
    world.pass(6 * hour);
    const paid = await pay('z1', ['ZONE']);
    const moved = { ...world.deps, workspace: { ...world.deps.workspace, timeZone: 'America/Los_Angeles' } };
    valueOf(await reverseRedemption(moved, { id: paid.id }));
    expect((await stats()).totals).toEqual(empty);
    expect(await world.drift()).toBe(0);
  });

  it('add up however many payments are counted at once', async () => {
    await world.createCode({ code: 'RUSH', combinesWith: ['shipping'] });
    await world.createCode({
      code: 'RUSHSHIP',
      type: 'shipping_percent',
      value: 100,
      combinesWith: ['cart'],
    });
    const orders = Array.from({ length: 120 }, (_, at) => `rush-${at}`);
    await Promise.all(
      orders.map((orderId, at) =>
        pay(orderId, at % 2 === 0 ? ['RUSH', 'RUSHSHIP'] : ['RUSHSHIP', 'RUSH'], { shippingAmount: 1_000 }),
      ),
    );
    expect((await stats()).totals).toMatchObject({ uses: 240, orders: 120, netRevenue: 120 * 90_000 });
    expect(await world.drift()).toBe(0);
  });

  it('have the module’s fee of a month, which a reversal does not pay back', async () => {
    await world.createCode({ code: 'FEE', combinesWith: ['shipping'] });
    await world.createCode({ code: 'FEESHIP', type: 'shipping_percent', value: 100, combinesWith: ['cart'] });
    const paid = await pay('f1', ['FEE', 'FEESHIP'], { shippingAmount: 5_000 });
    await pay('f2', ['FEE'], { subtotal: 50_000 });
    await pay('f3', ['FEE'], { currency: 'USD', subtotal: 10_000 });
    world.pass(31 * 24 * hour);
    await pay('f4', ['FEE']);
    valueOf(await reverseRedemption(world.deps, { id: paid.id }));
    const june = valueOf(await loadModuleFees(world.deps, { month: '2026-06' }));
    expect(june).toEqual({
      month: '2026-06',
      timeZone: 'Asia/Jakarta',
      fees: [
        { currency: 'IDR', orders: 2, netRevenue: 135_000, feeAmount: 270 + 135 },
        { currency: 'USD', orders: 1, netRevenue: 9_000, feeAmount: 27 },
      ],
    });
    expect(valueOf(await loadModuleFees(world.deps, {})).fees).toMatchObject([{ orders: 1, feeAmount: 270 }]);
  });

  it('are found and set right by an audit where they do not say what the ledger says', async () => {
    await world.createCode({ code: 'DRIFT' });
    await pay('a1', ['DRIFT']);
    const before = await stats();
    await storage.write((tx) =>
      sql`update daily_stats set revenue = revenue + 5, gross = gross - 5
        where workspace_id = ${world.deps.workspace.id}`.execute(tx),
    );
    const { drift } = await auditCounters(world.deps, { repair: true });
    expect(drift.map(({ counter, of }) => [counter, of?.day])).toEqual([
      ['figures', '2026-06-01'],
      ['figures', '2026-06-01'],
    ]);
    expect(await stats()).toEqual(before);
    expect(await world.drift()).toBe(0);
  });

  it('are counted from the ledger that is there when they come', async () => {
    await world.createCode({ code: 'OLD', combinesWith: ['shipping'] });
    await world.createCode({ code: 'OLDSHIP', type: 'shipping_percent', value: 100, combinesWith: ['cart'] });
    for (let at = 0; at < 40; at += 1) {
      const paid = await pay(`o${at}`, at % 3 === 0 ? ['OLD', 'OLDSHIP'] : ['OLD'], {
        shippingAmount: 3_000,
      });
      if (at % 7 === 0)
        valueOf(await reverseRedemption(world.deps, { id: paid.id, restoreUse: at % 2 === 0 }));
      world.pass(7 * hour);
    }
    const span = { from: '2026-05-30', to: '2026-06-20' };
    const before = await stats(span);
    await storage.write(async (tx) => {
      await sql`drop table daily_stats`.execute(tx);
      await sql`alter table redemptions drop column redeemed_day`.execute(tx);
      // A job's transaction is one of Kysely's; a migration knows no table.
      await createDailyStats(tx as never, name === 'SQLite' ? sqliteColumnTypes : postgresColumnTypes);
    });
    expect(await stats(span)).toEqual(before);
    expect(await world.drift()).toBe(0);
  });
});
