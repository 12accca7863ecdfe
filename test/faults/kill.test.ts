import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { beforeAll, expect, it } from 'vitest';
import { openStorage } from '../../server/src/storage/open-storage.js';
import { createWorld, valueOf, type World } from '../contract/support/world.js';
import { tempFolder } from '../support/temp-folder.js';
import { spawnScript } from './support/spawn-script.js';

// The process that redeems is killed without warning twenty times; what it acknowledged is there, and nothing counts twice.
const rounds = 20;
const url = `sqlite:${join(tempFolder('kill'), 'hemat.db')}`;
let workspaceId = '';
let total = 0;

beforeAll(async () => {
  await inWorld(async (world) => {
    workspaceId = world.deps.workspace.id;
    for (const limitPolicy of ['honor', 'hold', 'strict']) {
      await world.createCode({ code: `KILL-${limitPolicy}`, limitPolicy, maxUsesTotal: 100_000_000 });
    }
  });
});

it.each(Array.from({ length: rounds }, (_, index) => index + 1))(
  'loses nothing it acknowledged when it is killed (%i)',
  async (round) => {
    const script = spawnScript('redeem-until-killed.ts', url, workspaceId, String(round));
    while (script.output() === '' && script.child.exitCode === null) await pause(1);
    await pause((round * 37) % 150);
    script.child.kill('SIGKILL');
    expect(await script.ended).toBe('SIGKILL');
    const acknowledged = script.output().split('\n').slice(0, -1);
    expect(acknowledged.length).toBeGreaterThan(0);
    total += acknowledged.length;
    await inWorld(async (world) => {
      expect(await world.drift()).toBe(0);
      for (const line of acknowledged) {
        const [orderId, id] = line.split(' ');
        const again = valueOf(await world.redeem({ orderId }));
        expect(again).toMatchObject({ created: false, redemption: { id, status: 'redeemed' } });
      }
      expect(await world.drift()).toBe(0);
      expect(await countRedeemed(world)).toBeGreaterThanOrEqual(total);
    });
  },
);

async function inWorld(use: (world: World) => Promise<void>): Promise<void> {
  const storage = await openStorage(url, { exclusive: true });
  try {
    await storage.migrate();
    await use(await createWorld(storage, workspaceId === '' ? {} : { id: workspaceId }));
  } finally {
    await storage.close();
  }
}

async function countRedeemed({ deps }: World): Promise<number> {
  const counted = await deps.storage.reader
    .selectFrom('redemptions')
    .select(({ fn }) => fn.countAll<number>().as('rows'))
    .where('workspace_id', '=', workspaceId)
    .where('status', '=', 'redeemed')
    .executeTakeFirstOrThrow();
  return counted.rows;
}
