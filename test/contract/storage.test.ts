import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { insertEvent, listEvents } from '../../server/src/storage/repositories/events.js';
import { findWorkspaceById, updateWorkspace } from '../../server/src/storage/repositories/workspaces.js';
import { undo, type Storage, type WriteTransaction } from '../../server/src/storage/storage.js';
import { databases } from './support/databases.js';
import { createWorld } from './support/world.js';

const times = (count: number) => Array.from({ length: count }, (_, index) => index);

describe.each(databases)('storage on $name', ({ open }) => {
  let storage: Storage;
  let id: string;
  beforeAll(async () => {
    storage = await open();
    id = (await createWorld(storage)).deps.workspace.id;
  });
  afterAll(() => storage.close());

  const nameIt = (tx: WriteTransaction, name: string) => updateWorkspace(tx, id, { name });
  const name = async () => (await findWorkspaceById(storage.reader, id))?.name;

  it('is ready once it is migrated, and migrates once', async () => {
    expect(await storage.isReady()).toBe(true);
    expect(await storage.migrate()).toEqual([]);
  });

  it('shows what was written to every read that follows the answer', async () => {
    for (const n of times(20)) {
      await storage.write((tx) => nameIt(tx, `name ${n}`));
      expect(await name()).toBe(`name ${n}`);
    }
  });

  it('shows a write its own changes and nobody else before it is committed', async () => {
    await storage.write((tx) => nameIt(tx, 'before'));
    const seen = await storage.write(async (tx) => {
      await nameIt(tx, 'after');
      return { inside: (await findWorkspaceById(tx, id))?.name, outside: await name() };
    });
    expect(seen).toEqual({ inside: 'after', outside: 'before' });
    expect(await name()).toBe('after');
  });

  it('undoes a job that throws alone, among others of the same turn', async () => {
    await storage.write((tx) => nameIt(tx, ''));
    const results = await Promise.allSettled(
      times(9).map((n) =>
        storage.write(async (tx) => {
          const appended = sql<string>`name || cast(${String(n)} as text)`;
          await tx.updateTable('workspaces').set({ name: appended }).where('id', '=', id).execute();
          if (n % 3 === 1) throw new Error(`job ${n}`);
          return n;
        }),
      ),
    );
    expect(results.map(({ status }) => status === 'rejected')).toEqual(times(9).map((n) => n % 3 === 1));
    expect([...((await name()) ?? '')].sort().join('')).toBe('023568');
  });

  it('takes a job back that asks for it, and gives its answer', async () => {
    await storage.write((tx) => nameIt(tx, 'kept'));
    const answer = await storage.write(async (tx) => {
      await nameIt(tx, 'taken back');
      return undo('no');
    });
    expect([answer, await name()]).toEqual(['no', 'kept']);
  });

  it('counts in one guarded statement, whatever runs at once', async () => {
    const before = (await findWorkspaceById(storage.reader, id))?.version ?? 0;
    await Promise.all(times(200).map(() => storage.write((tx) => updateWorkspace(tx, id, {}))));
    expect((await findWorkspaceById(storage.reader, id))?.version).toBe(before + 200);
  });

  describe('a statement that is sent, its answer not asked for', () => {
    const eventOf = (eventId: string) => ({
      workspace_id: id,
      id: eventId,
      type: 'discount_code.redeemed',
      data: '{}',
      created_at: 1,
    });
    const sent = async (eventId: string) =>
      (await listEvents(storage.reader, { workspaceId: id, limit: 100 })).some((row) => row.id === eventId);

    it('is done before what follows it, and kept with its write', async () => {
      const found = await storage.write(async (tx) => {
        await insertEvent(tx, eventOf('evt_sent'));
        return listEvents(tx, { workspaceId: id, limit: 100 });
      });
      expect(found.map((row) => row.id)).toContain('evt_sent');
      expect(await sent('evt_sent')).toBe(true);
    });

    it('fails its write with its own fault where it is the last of it', async () => {
      const write = storage.write(async (tx) => {
        await nameIt(tx, 'half');
        await insertEvent(tx, eventOf('evt_sent'));
      });
      await expect(write).rejects.toThrow(/unique/i);
      expect(await name()).not.toBe('half');
    });

    it('fails its write with its own fault where others follow it', async () => {
      const write = storage.write(async (tx) => {
        await insertEvent(tx, eventOf('evt_sent'));
        await insertEvent(tx, eventOf('evt_after'));
        await nameIt(tx, 'half');
      });
      await expect(write).rejects.toThrow(/unique/i);
      expect([await sent('evt_after'), (await name()) === 'half']).toEqual([false, false]);
      await storage.write((tx) => nameIt(tx, 'the next write'));
      expect(await name()).toBe('the next write');
    });

    it('is taken back with its job', async () => {
      await storage.write(async (tx) => {
        await insertEvent(tx, eventOf('evt_undone'));
        return undo(null);
      });
      expect(await sent('evt_undone')).toBe(false);
    });
  });
});
