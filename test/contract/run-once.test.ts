import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { redeemInput } from '@hemat/shared/schemas';
import { redeemOrder } from '../../server/src/services/redeem-order.js';
import { runOnce } from '../../server/src/services/run-once.js';
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
});
