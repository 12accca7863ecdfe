import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { redeemInput } from '@hemat/shared/schemas';
import { redeemOrder } from '../../server/src/services/redeem-order.js';
import { done } from '../../server/src/services/outcome.js';
import { runOnce } from '../../server/src/services/run-once.js';
import { findWorkspaceById, updateWorkspace } from '../../server/src/storage/repositories/workspaces.js';
import type { Storage } from '../../server/src/storage/storage.js';
import { databases } from './support/databases.js';
import { createWorld, type World } from './support/world.js';

const cart = { currency: 'IDR', subtotal: 250_000 };

describe.each(databases)('runOnce on $name', ({ open }) => {
  let storage: Storage;
  let world: World;
  beforeAll(async () => {
    storage = await open();
    world = await createWorld(storage);
  });
  afterAll(() => storage.close());

  const redeemOnce = (orderId: string, key: string) =>
    runOnce(world.deps, {
      key: { workspaceId: world.deps.workspace.id, scopeHash: key, requestHash: orderId },
      verb: (deps) => redeemOrder(deps, redeemInput.parse({ orderId, code: 'ONE', ...cart })),
      render: (outcome) => ({ status: outcome.ok ? 200 : 422, body: JSON.stringify(outcome) }),
      storesInWrite: true,
      isSecret: false,
    });

  it('stores the answer of a call that shares its turn with refused ones', async () => {
    await world.createCode({ code: 'ONE', maxUsesTotal: 1 });
    const calls = Array.from({ length: 8 }, (_, n) => ({ orderId: `once-${n}`, key: randomUUID() }));
    const first = await Promise.all(calls.map(({ orderId, key }) => redeemOnce(orderId, key)));
    const again = await Promise.all(calls.map(({ orderId, key }) => redeemOnce(orderId, key)));
    const answers = first.map((answer) => (answer.kind === 'answered' ? answer.answer : null));
    expect(answers.filter((answer) => answer?.status === 200)).toHaveLength(1);
    expect(answers.filter((answer) => answer?.status === 422)).toHaveLength(7);
    expect(again).toEqual(answers.map((answer) => ({ kind: 'answered', answer, replayed: true })));
  });

  it('takes the writes back of a process that slept while another did its work', async () => {
    const { storage: _, ...rest } = world.deps;
    const workspaceId = rest.workspace.id;
    const version = async () => (await findWorkspaceById(storage.reader, workspaceId))?.version ?? 0;
    let sleep = () => {};
    let wake = () => {};
    const asleep = new Promise<void>((resolve) => (sleep = resolve));
    const awake = new Promise<void>((resolve) => (wake = resolve));
    /** As a process of its own, which steps the version twice and sleeps in between. */
    const stepTwice = (between: () => Promise<void>) =>
      runOnce(
        { ...rest, storage, inFlight: new Set<string>() },
        {
          key: { workspaceId, scopeHash: 'two steps', requestHash: 'the same' },
          verb: async (deps) => {
            await deps.storage.write((tx) => updateWorkspace(tx, workspaceId, {}));
            await between();
            await deps.storage.write((tx) => updateWorkspace(tx, workspaceId, {}));
            return done('stepped');
          },
          render: () => ({ status: 200, body: 'stepped' }),
          storesInWrite: false,
          isSecret: false,
        },
      );
    const before = await version();
    const late = stepTwice(() => (sleep(), awake));
    await asleep;
    expect(await stepTwice(async () => {})).toMatchObject({ refusal: { code: 'IDEMPOTENCY_KEY_IN_USE' } });
    world.pass(30_000);
    expect(await stepTwice(async () => {})).toMatchObject({ kind: 'answered', replayed: false });
    wake();
    expect(await late).toMatchObject({ kind: 'answered', replayed: true });
    expect((await version()) - before).toBe(3);
  });
});
