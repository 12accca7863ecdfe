import { lockInput, redeemInput } from '@hemat/shared/schemas';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copyDatabase } from '../../server/src/services/copy-database.js';
import { lockOrder } from '../../server/src/services/lock-order.js';
import { redeemOrder } from '../../server/src/services/redeem-order.js';
import { reverseRedemption } from '../../server/src/services/reverse-redemption.js';
import {
  insertRows,
  listUnknownTables,
  readTable,
  type AnyRow,
} from '../../server/src/storage/repositories/whole-tables.js';
import type { Storage, WriteTransaction } from '../../server/src/storage/storage.js';
import type { Tables } from '../../server/src/storage/tables.js';
import { databases } from './support/databases.js';
import { fillEmptyTables } from './support/fill-empty-tables.js';
import { createWorld, refusalOf, valueOf, type World } from './support/world.js';

const pairs = databases.flatMap((from) =>
  databases.map((to) => ({ from, to, name: `${from.name} to ${to.name}` })),
);

describe.each(pairs)('a copy from $name', ({ from, to }) => {
  let source: Storage;
  let world: World;
  beforeAll(async () => {
    source = await from.open();
    world = await createWorld(source);
    await trade(world);
    await fillEmptyTables(source, world.deps.workspace.id);
  });
  afterAll(() => source.close());

  it('brings every row of every table, with every value', async () => {
    const target = await to.open();
    const result = await copyDatabase(source, target);
    if (result.kind !== 'copied') throw new Error(JSON.stringify(result));
    for (const { table, rows, isEqual } of result.tables) {
      expect([table, rows.to, isEqual]).toEqual([table, rows.from, true]);
      expect(rows.from, `${table} has to be filled here`).toBeGreaterThan(0);
      expect(await rowsOf(target, table), table).toEqual(await rowsOf(source, table));
    }
    expect(await listUnknownTables(target.reader)).toEqual([]);
    await target.close();
  });

  it('goes on where the old database ended', async () => {
    const target = await to.open();
    await copyDatabase(source, target);
    const moved = { ...world.deps, storage: target };
    const paid = valueOf(await redeemOrder(moved, redeemInput.parse({ orderId: 'paid' })));
    expect(paid.created).toBe(false);
    expect(valueOf(await redeemOrder(moved, redeemInput.parse({ orderId: 'locked' }))).created).toBe(true);
    const third = lockInput.parse({ orderId: 'third', code: 'TWO', currency: 'IDR', subtotal: 100_000 });
    expect(refusalOf(await lockOrder(moved, third))).toBe('MAX_USES_REACHED');
    await target.close();
  });

  it('leaves a database alone that holds anything', async () => {
    const target = await to.open();
    await createWorld(target);
    expect(await copyDatabase(source, target)).toEqual({ kind: 'target-filled', table: 'workspaces' });
    expect(await rowsOf(target, 'redemptions')).toEqual([]);
    await target.close();
  });

  it('is taken back whole where a value does not arrive', async () => {
    const target = await to.open();
    const result = await copyDatabase(source, {
      ...target,
      freeze: (job) => target.freeze((tx) => job(misread(tx))),
    });
    if (result.kind !== 'differs') throw new Error(JSON.stringify(result));
    expect(result.tables.filter(({ isEqual }) => !isEqual).map(({ table }) => table)).toEqual(['customers']);
    expect(await rowsOf(target, 'workspaces')).toEqual([]);
    await target.close();
  });

  it('is refused where the counters drift', async () => {
    const [drifting, target] = [await from.open(), await to.open()];
    const other = await createWorld(drifting);
    const { id } = await other.createCode({ code: 'DRIFT' });
    await drifting.write((tx) =>
      tx
        .updateTable('discount_code_usage')
        .set({ uses_total: 7 })
        .where('discount_code_id', '=', id)
        .execute(),
    );
    expect(await copyDatabase(drifting, target)).toEqual({ kind: 'source-drifts', counters: 1 });
    expect(await rowsOf(target, 'workspaces')).toEqual([]);
    await drifting.close();
    await target.close();
  });

  it('is refused where this version does not know a table', async () => {
    const [newer, target] = [await from.open(), await to.open()];
    await newer.write((tx) => tx.schema.createTable('tomorrow').addColumn('id', 'text').execute());
    expect(await copyDatabase(newer, target)).toEqual({ kind: 'source-unknown', tables: ['tomorrow'] });
    await newer.close();
    await target.close();
  });
});

/** Orders in every state, and more nonces than a page holds, which sort differently by code unit and by code point. */
async function trade(world: World): Promise<void> {
  const cart = { currency: 'IDR', subtotal: 100_000 };
  await world.createCode({
    code: 'TWO',
    maxUsesTotal: 2,
    limitPolicy: 'hold',
    name: "Rp 'dua' \\ \n 2️⃣ ﬀ 𝟚",
  });
  await world.lock({ orderId: 'locked', code: 'TWO', customerId: 'Ａ', ...cart });
  valueOf(await world.redeem({ orderId: 'paid', code: 'TWO', customerId: '😀', ...cart }));
  await world.createCode({ code: 'FREE' });
  await world.lock({ orderId: 'released', code: 'FREE', ...cart });
  await world.release('released');
  const { redemption } = valueOf(await world.redeem({ orderId: 'refunded', code: 'FREE', ...cart }));
  valueOf(await reverseRedemption(world.deps, { id: redemption.id, restoreUse: true }));
  const nonces = Array.from({ length: 1_100 }, (_, n) => `${['Ａ', '😀', 'z'][n % 3]}${n}`);
  const row = { workspace_id: world.deps.workspace.id, key_id: 'AKIA', expires_at: 1 };
  for (const part of [nonces.slice(0, 600), nonces.slice(600)]) {
    await world.deps.storage.write((tx) =>
      insertRows(
        tx,
        'request_nonces',
        part.map((nonce) => ({ ...row, nonce })),
      ),
    );
  }
}

async function rowsOf({ reader }: Storage, table: keyof Tables): Promise<AnyRow[]> {
  const rows: AnyRow[] = [];
  for await (const page of readTable(reader, table)) rows.push(...page);
  return rows;
}

/** Reads one value of one table as another one than it is. */
function misread(tx: WriteTransaction): WriteTransaction {
  const misreading = tx.withPlugin({
    transformQuery: ({ node }) => node,
    transformResult: async ({ result }) => ({
      ...result,
      rows: result.rows.map((row) => ('paid_orders' in row ? { ...row, paid_orders: -1 } : row)),
    }),
  });
  // The same transaction, which Kysely types anew.
  return misreading as WriteTransaction;
}
