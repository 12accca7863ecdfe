// How long a file of 100,000 codes takes on SQLite, what that leaves of memory, and how long a payment waits meanwhile.
// node --expose-gc --conditions=hemat-source --import tsx test/bench/bulk/import.ts [rows]
import { join } from 'node:path';
import { redeemInput } from '@hemat/shared/schemas';
import { readCodes } from '../../../server/src/files/read-codes.js';
import { exportDiscountCodes } from '../../../server/src/services/export/export-discount-codes.js';
import { importDiscountCodes } from '../../../server/src/services/import/import-discount-codes.js';
import { redeemOrder } from '../../../server/src/services/redeem-order.js';
import { openStorage } from '../../../server/src/storage/open-storage.js';
import { createWorld, valueOf } from '../../contract/support/world.js';
import { tempFolder } from '../../support/temp-folder.js';
import { percentile, watchMemory } from './measure.js';

const rows = Number(process.argv[2] ?? 100_000);
const url = process.argv[3] ?? `sqlite:${join(tempFolder('bulk'), 'hemat.db')}`;
const storage = await openStorage(url);
await storage.migrate();
const world = await createWorld(storage);
await world.createCode({ code: 'PAY' });
const lines = Array.from(
  { length: rows },
  (_, at) => `BULK${at},percent,10,IDR,Campaign ${at},${100_000 + at},2026-12-31T17:00:00.000Z`,
);
const bytes = Buffer.from(`code,type,value,currency,name,minPurchaseAmount,expiresAt\n${lines.join('\n')}\n`);
lines.length = 0;
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

function* pieces(): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536);
}

const timed = async (work: () => Promise<unknown>): Promise<{ seconds: number; result: unknown }> => {
  const begun = performance.now();
  const result = await work();
  return { seconds: Number(((performance.now() - begun) / 1_000).toFixed(2)), result };
};

const warm = pay();
await new Promise((resolve) => setTimeout(resolve, 500));
payments.length = 0;
const memory = watchMemory();
const imported = await timed(async () =>
  valueOf(
    await importDiscountCodes(world.deps, {
      file: readCodes(pieces(), 'csv'),
      onError: 'fail',
      dryRun: false,
    }),
  ),
);
const importMemory = memory.stop();
const again = await timed(async () =>
  valueOf(
    await importDiscountCodes(world.deps, {
      file: readCodes(pieces(), 'csv'),
      onError: 'fail',
      dryRun: false,
    }),
  ),
);
isOver = true;
await warm;
const exportMemory = watchMemory();
const exported = await timed(async () => {
  let size = 0;
  for await (const piece of valueOf(await exportDiscountCodes(world.deps))) size += piece.length;
  return size;
});
console.log(
  JSON.stringify(
    {
      megabytes: Number((bytes.length / 1_048_576).toFixed(1)),
      imported,
      importMemory,
      again,
      exported,
      exportMemory: exportMemory.stop(),
      payments: { count: payments.length, ms: percentile(payments), longest: Math.max(...payments) },
    },
    null,
    1,
  ),
);
await storage.close();
