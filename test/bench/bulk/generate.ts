// How long 100,000 one-time codes take on SQLite, what that leaves of memory, and how long a payment waits meanwhile.
// node --expose-gc --conditions=hemat-source --import tsx test/bench/bulk/generate.ts [count]
import { join } from 'node:path';
import { redeemInput } from '@hemat/shared/schemas';
import { generateStrings } from '../../../server/src/services/one-time/generate-strings.js';
import { redeemOrder } from '../../../server/src/services/redeem-order.js';
import { openStorage } from '../../../server/src/storage/open-storage.js';
import { createWorld } from '../../contract/support/world.js';
import { tempFolder } from '../../support/temp-folder.js';
import { percentile, watchMemory } from './measure.js';

const count = Number(process.argv[2] ?? 100_000);
const url = process.argv[3] ?? `sqlite:${join(tempFolder('bulk'), 'hemat.db')}`;
const storage = await openStorage(url);
await storage.migrate();
const world = await createWorld(storage);
await world.createCode({ code: 'PAY' });
const payments: number[] = [];
let isOver = false;

const pay = async (): Promise<void> => {
  for (let order = 0; !isOver; order += 1) {
    const begun = performance.now();
    const input = { orderId: `o-${order}`, code: 'PAY', currency: 'IDR', subtotal: 100_000 };
    await redeemOrder(world.deps, redeemInput.parse(input));
    payments.push(performance.now() - begun);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
};

const warm = pay();
await new Promise((resolve) => setTimeout(resolve, 1_000));
const alone = payments.splice(0);
await world.createCode({ kind: 'onetime', count, prefix: 'KOPI' });
const memory = watchMemory();
const begun = performance.now();
while ((await generateStrings(world.deps, 'bench')) > 0);
const seconds = (performance.now() - begun) / 1_000;
isOver = true;
await warm;
console.log(
  JSON.stringify({
    count,
    seconds: Number(seconds.toFixed(2)),
    memoryMb: memory.stop(),
    paymentMs: { alone: percentile(alone), meanwhile: percentile(payments) },
    payments: payments.length,
  }),
);
await storage.close();
