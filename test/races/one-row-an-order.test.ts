import { describe, expect, it } from 'vitest';
import { insertRedemption } from '../../server/src/storage/repositories/redemptions.js';
import { createWorld, valueOf } from '../contract/support/world.js';
import { databases } from '../contract/support/databases.js';

describe.each(databases)('on $name', ({ open }) => {
  it('the table itself refuses a second row of one order and code, whatever a program does', async () => {
    const storage = await open();
    const world = await createWorld(storage);
    await world.createCode({ code: 'ONCE' });
    const cart = { currency: 'IDR', subtotal: 250_000 };
    const { redemption } = valueOf(await world.redeem({ orderId: 'o-1', code: 'ONCE', ...cart }));
    const row = await storage.reader
      .selectFrom('redemptions')
      .selectAll()
      .where('id', '=', redemption.id)
      .executeTakeFirstOrThrow();
    const again = storage.write((tx) => insertRedemption(tx, { ...row, id: world.deps.newId('red') }));
    await expect(again).rejects.toThrow(/unique/i);
    const other = { ...row, id: world.deps.newId('red'), external_ref: 'o-2' };
    await storage.write((tx) => insertRedemption(tx, other));
    await storage.close();
  });
});
