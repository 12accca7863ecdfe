import { isMistypedGeneratedCode } from '@hemat/shared';
import type { DiscountCode, OneTimeString } from '@hemat/shared/schemas';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { archiveDiscountCode } from '../../server/src/services/archive-discount-code.js';
import { expireHolds } from '../../server/src/services/expire-holds.js';
import { listPublicPromos } from '../../server/src/services/list-public-promos.js';
import { listRedemptions } from '../../server/src/services/list-redemptions.js';
import { generateStrings } from '../../server/src/services/one-time/generate-strings.js';
import { listStrings } from '../../server/src/services/one-time/list-strings.js';
import { patchDiscountCode } from '../../server/src/services/patch-discount-code.js';
import { reverseRedemption } from '../../server/src/services/reverse-redemption.js';
import type { Storage } from '../../server/src/storage/storage.js';
import { databases } from '../contract/support/databases.js';
import { createWorld, refusalOf, valueOf, type World } from '../contract/support/world.js';

const cart = { currency: 'IDR', subtotal: 100_000 };

describe.each(databases)('one-time codes on $name', ({ open }) => {
  let storage: Storage;
  let world: World;
  beforeAll(async () => {
    storage = await open();
    world = await createWorld(storage);
  });
  afterAll(() => storage.close());

  const strings = async (code: DiscountCode, of: World = world): Promise<OneTimeString[]> => {
    const items: OneTimeString[] = [];
    let cursor: string | undefined;
    do {
      const page = valueOf(await listStrings(of.deps, { id: code.id, limit: 7, ...(cursor && { cursor }) }));
      items.push(...page.items);
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
    return items;
  };
  const generateAll = async () => {
    while ((await generateStrings(world.deps, 'one')) > 0);
  };
  const batch = async (fields: object = {}) => {
    const code = await world.createCode({ kind: 'onetime', count: 3, ...fields });
    await generateAll();
    const made = (await strings(code)).map((string) => string.code);
    return { code, made, first: made[0] ?? '', second: made[1] ?? '' };
  };
  const validate = async (code: string, more: object = {}) => {
    const verdict = await world.validate({ code, ...cart, ...more });
    return verdict.applies ? 'ok' : verdict.reason;
  };

  it('begin with a rule without a code, which says how far its strings are', async () => {
    const code = await world.createCode({ kind: 'onetime', count: 120 });
    expect(code).toMatchObject({
      code: null,
      kind: 'onetime',
      limitPolicy: 'hold',
      generation: { status: 'running', done: 0, total: 120 },
    });
    await generateAll();
    const made = await strings(code);
    expect(new Set(made.map((string) => string.code)).size).toBe(120);
    expect(made.every(({ state }) => state === 'unused')).toBe(true);
    const { row } = { row: valueOf(await patchDiscountCode(world.deps, { id: code.id, name: 'A name' })) };
    expect(row.generation).toEqual({ status: 'done', done: 120, total: 120 });
  });

  it('are whole when the call answers where they are a hundred at most', async () => {
    const code = await world.createCode({ kind: 'onetime', count: 100 });
    expect(code.generation).toEqual({ status: 'done', done: 100, total: 100 });
    expect(new Set((await strings(code)).map((string) => string.code)).size).toBe(100);
  });

  it('carry a check character behind their prefix, and are found in every spelling', async () => {
    const { first } = await batch({ prefix: 'Kopi', length: 16 });
    expect(first).toMatch(/^Kopi-[2-9CDFHJKMNPRTVWXY]{4}( [2-9CDFHJKMNPRTVWXY]{4}){3}$/);
    expect(isMistypedGeneratedCode(first)).toBe(false);
    const last = first.endsWith('2') ? '3' : '2';
    expect(isMistypedGeneratedCode(first.slice(0, -1) + last)).toBe(true);
    expect(await validate(first.toLowerCase().replaceAll(' ', ''))).toBe('ok');
  });

  it('are good once each: the ledger keeps the string, another is still good, a reversal gives it back', async () => {
    const { code, first, second } = await batch();
    const paid = valueOf(await world.redeem({ orderId: 'once-1', code: first, ...cart }));
    expect(paid.redemption).toMatchObject({ code: first, discountCodeId: code.id, discountAmount: 10_000 });
    expect(await validate(first)).toBe('MAX_USES_REACHED');
    expect(refusalOf(await world.redeem({ orderId: 'once-2', code: first, ...cart }))).toBe(
      'MAX_USES_REACHED',
    );
    expect(await validate(second)).toBe('ok');
    expect((await strings(code)).map(({ state }) => state)).toEqual(['used', 'unused', 'unused']);
    valueOf(await reverseRedemption(world.deps, { id: paid.redemption.id }));
    expect(await validate(first)).toBe('ok');
    expect(await world.counters(code)).toEqual({ uses: 0, holds: 0 });
    const again = valueOf(await world.redeem({ orderId: 'once-2', code: first, ...cart }));
    expect(again.created).toBe(true);
    const rows = valueOf(await listRedemptions(world.deps, { code: first.toLowerCase(), limit: 9 }));
    expect(rows.items.map(({ orderId }) => orderId)).toEqual(['once-2', 'once-1']);
  });

  it.each(['honor', 'hold', 'strict'])(
    'let one of 20 racing orders through under %s',
    async (limitPolicy) => {
      const { code, first } = await batch({ limitPolicy });
      const orders = Array.from({ length: 20 }, (_, index) => `race-${limitPolicy}-${index}`);
      await Promise.all(orders.map((orderId) => world.lock({ orderId, code: first, ...cart })));
      const paid = await Promise.all(
        orders.map((orderId) => world.redeem({ orderId, code: first, ...cart, customerId: orderId })),
      );
      expect(paid.filter(({ ok }) => ok)).toHaveLength(1);
      expect(await world.counters(code)).toEqual({ uses: 1, holds: 0 });
      expect(await world.drift()).toBe(0);
    },
  );

  it('are held by the order that locked them, and free again when it is released or too late', async () => {
    const { code, first } = await batch({ holdMinutes: 10 });
    const order = { code: first, ...cart };
    valueOf(await world.lock({ orderId: 'hold-1', ...order }));
    expect((await strings(code))[0]?.state).toBe('held');
    expect(await validate(first)).toBe('MAX_USES_REACHED');
    expect(valueOf(await world.lock({ orderId: 'hold-1', ...order, subtotal: 50_000 })).discountAmount).toBe(
      5_000,
    );
    expect(refusalOf(await world.lock({ orderId: 'hold-2', ...order }))).toBe('MAX_USES_REACHED');
    valueOf(await world.release('hold-1'));
    valueOf(await world.lock({ orderId: 'hold-2', ...order }));
    world.pass(10 * 60_000);
    expect(await validate(first)).toBe('ok');
    valueOf(await world.lock({ orderId: 'hold-3', ...order }));
    expect(refusalOf(await world.redeem({ orderId: 'hold-2' }))).toBe('MAX_USES_REACHED');
    world.pass(10 * 60_000);
    expect(await expireHolds(world.deps)).toBe(1);
    expect((await strings(code))[0]?.state).toBe('unused');
    valueOf(await world.redeem({ orderId: 'hold-2' }));
    expect(await validate(first)).toBe('MAX_USES_REACHED');
    expect(await world.drift()).toBe(0);
  });

  it('say which order has each and since when, as long as it has it', async () => {
    const { code, first, second } = await batch({ limitPolicy: 'hold', holdMinutes: 10 });
    const find = async (typed: string, id = code.id) =>
      valueOf(await listStrings(world.deps, { id, code: typed, limit: 9 })).items;
    const free = { state: 'unused', orderId: null, redemptionId: null, takenAt: null };
    expect(await find(first)).toEqual([{ code: first, ...free }]);

    valueOf(await world.lock({ orderId: 'fate-1', code: first, ...cart }));
    const lockedAt = new Date(world.deps.now()).toISOString();
    expect(await find(first.toLowerCase().replaceAll(' ', ''))).toMatchObject([
      { code: first, state: 'held', orderId: 'fate-1', takenAt: lockedAt },
    ]);
    valueOf(await world.release('fate-1'));
    expect(await find(first)).toEqual([{ code: first, ...free }]);

    valueOf(await world.lock({ orderId: 'fate-2', code: first, ...cart }));
    world.pass(60_000);
    const paid = valueOf(await world.redeem({ orderId: 'fate-2' }));
    const used = {
      state: 'used',
      orderId: 'fate-2',
      redemptionId: paid.redemption.id,
      takenAt: new Date(world.deps.now()).toISOString(),
    };
    expect(await find(first)).toEqual([{ code: first, ...used }]);
    valueOf(await reverseRedemption(world.deps, { id: paid.redemption.id, restoreUse: false }));
    expect(await find(first)).toEqual([{ code: first, ...used }]);

    const given = valueOf(await world.redeem({ orderId: 'fate-3', code: second, ...cart }));
    valueOf(await reverseRedemption(world.deps, { id: given.redemption.id }));
    expect(await find(second)).toEqual([{ code: second, ...free }]);
    expect((await strings(code)).map(({ orderId }) => orderId)).toEqual(['fate-2', null, null]);

    const other = await batch();
    expect(await find(first, other.code.id)).toEqual([]);
    expect(await find('NONE')).toEqual([]);
    expect(await find('?')).toEqual([]);
  });

  it('give one string of a batch to an order, another after the first was released', async () => {
    const { first, second, code } = await batch({ combinesWith: ['cart'] });
    const both = await world.validate({ codes: [first, second], ...cart });
    expect(both).toMatchObject({ applies: false, reason: 'NOT_COMBINABLE' });
    valueOf(await world.lock({ orderId: 'two', code: first, ...cart }));
    expect(refusalOf(await world.lock({ orderId: 'two', code: second, ...cart }))).toBe(
      'ORDER_ALREADY_DISCOUNTED',
    );
    valueOf(await world.release('two'));
    const { redemption } = valueOf(await world.lock({ orderId: 'two', code: second, ...cart }));
    expect(redemption.code).toBe(second);
    expect((await strings(code)).map(({ state }) => state)).toEqual(['unused', 'held', 'unused']);
    expect(valueOf(await world.redeem({ orderId: 'two' })).redemption.code).toBe(second);
    expect(await world.drift()).toBe(0);
  });

  it('all stop when their rule is paused or archived, also while they are still generated', async () => {
    const { code, first } = await batch();
    valueOf(await patchDiscountCode(world.deps, { id: code.id, active: false }));
    expect(await validate(first)).toBe('INACTIVE');
    valueOf(await patchDiscountCode(world.deps, { id: code.id, active: true }));
    expect(await validate(first)).toBe('ok');
    valueOf(await archiveDiscountCode(world.deps, code.id));
    expect(await validate(first)).toBe('INACTIVE');
    const large = await world.createCode({ kind: 'onetime', count: 2_000 });
    expect(await generateStrings(world.deps, 'one')).toBe(250);
    const stopped = valueOf(await archiveDiscountCode(world.deps, large.id));
    expect(await generateStrings(world.deps, 'one')).toBe(0);
    expect(stopped.generation).toEqual({ status: 'stopped', done: 250, total: 2_000 });
  });

  it('count against the caps of their batch as well', async () => {
    const { first, second, made } = await batch({ maxUsesTotal: 2, maxUsesPerCustomer: 1 });
    const redeem = (orderId: string, code: string, customerId: string) =>
      world.redeem({ orderId, code, customerId, ...cart });
    valueOf(await redeem('cap-1', first, 'a'));
    expect(refusalOf(await redeem('cap-2', second, 'a'))).toBe('CUSTOMER_LIMIT_REACHED');
    valueOf(await redeem('cap-2', second, 'b'));
    expect(refusalOf(await redeem('cap-3', made[2] ?? '', 'c'))).toBe('MAX_USES_REACHED');
  });

  it('share no string with a code of the workspace, and none is shown to the public or to another workspace', async () => {
    const { first } = await batch({ title: 'Secret' });
    await expect(world.createCode({ code: first.toLowerCase() })).rejects.toThrow('CODE_EXISTS');
    const teaser = valueOf(await listPublicPromos(world.deps, { subtotal: 100_000 }));
    expect(JSON.stringify(teaser)).not.toContain('Secret');
    const other = await createWorld(storage);
    const verdict = await other.validate({ code: first, ...cart });
    expect(verdict).toMatchObject({ applies: false, reason: 'CODE_NOT_FOUND' });
    const foreign = await batch();
    expect(refusalOf(await listStrings(other.deps, { id: foreign.code.id, limit: 5 }))).toBe('NOT_FOUND');
  });

  it('go on where a killed process stopped, and two processes never make one string too many', async () => {
    const code = await world.createCode({ kind: 'onetime', count: 900 });
    expect(await generateStrings(world.deps, 'killed')).toBe(250);
    expect(await generateStrings(world.deps, 'next')).toBe(0);
    world.pass(10_000);
    expect(await generateStrings(world.deps, 'next')).toBe(250);
    expect(await generateStrings(world.deps, 'killed')).toBe(0);
    world.pass(10_000);
    await Promise.all(['a', 'b', 'c'].map((owner) => generateStrings(world.deps, owner)));
    for (const owner of ['a', 'b', 'c', 'd']) {
      world.pass(10_000);
      await generateStrings(world.deps, owner);
    }
    const rows = await storage.reader
      .selectFrom('one_time_strings')
      .select(['position', 'canonical_key'])
      .where('discount_code_id', '=', code.id)
      .orderBy('position')
      .execute();
    expect(rows.map(({ position }) => position)).toEqual(Array.from({ length: 900 }, (_, at) => at + 1));
    expect(await world.drift()).toBe(0);
  });

  it('are made once where one process looks twice at the same moment', async () => {
    const code = await world.createCode({ kind: 'onetime', count: 250 });
    const made = await Promise.all([1, 2, 3].map(() => generateStrings(world.deps, 'one')));
    expect(made.sort()).toEqual([0, 0, 250]);
    expect((await strings(code)).length).toBe(250);
  });

  it.each([
    ['no count', {}, 'count'],
    ['too many', { count: 1_000_001 }, 'count'],
    ['a code', { count: 1, code: 'MINE' }, 'code'],
    ['a public one', { count: 1, public: true }, 'public'],
    ['a prefix no code can begin with', { count: 1, prefix: 'A/B' }, 'prefix'],
    ['a prefix of 21 characters', { count: 1, prefix: 'K'.repeat(21) }, 'prefix'],
    ['a Cyrillic prefix before Latin letters', { count: 1, prefix: 'КОПИ' }, 'prefix'],
    ['a length of its own', { count: 1, length: 13 }, 'length'],
  ])('are refused with %s', async (_, fields, field) => {
    await expect(world.createCode({ kind: 'onetime', ...fields })).rejects.toThrow(field);
  });
});
