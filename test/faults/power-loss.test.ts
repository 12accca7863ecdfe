import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { tempFolder } from '../support/temp-folder.js';
import { checkLedger } from './support/check-ledger.js';
import { counts, patience } from './support/counts.js';
import { diskAfterPowerLoss, type Disk } from './support/disk-after-power-loss.js';
import { makeHome, openHome, type FaultHome } from './support/fault-home.js';
import { repeatableRandom } from './support/repeatable-random.js';
import { openShopProcessPool, readRecord } from './support/shop-process-pool.js';
import { writingConnection } from './support/watch-statements.js';
import { canTrace, readTrace, traced, type DiskEvent } from './support/trace-disk.js';

const images = counts.powerLossImages;
const orders = 300;

interface TracedShop {
  readonly home: FaultHome;
  readonly before: Disk;
  readonly events: readonly DiskEvent[];
}

const isTraced = canTrace();
if (!isTraced) console.info('power loss: skipped: strace is not installed, or may not trace');

it.skipIf(!isTraced)(
  `keeps every answer and no half change on each of ${images} disks that lost power`,
  async () => {
    const { answers, lost } = await losePower(await traceShop([]), images);
    expect(answers).toBeGreaterThan(images * 10);
    expect(lost).toBe(0);
    console.info(`${images} disks: ${answers} answers kept`);
  },
  patience,
);

it.skipIf(!isTraced)(
  'finds answers lost where the database syncs at checkpoints only',
  async () => {
    const { answers, lost } = await losePower(await traceShop(['synchronous = NORMAL']), 30);
    expect(lost).toBeGreaterThan(0);
    console.info(`30 disks under NORMAL: ${lost} of ${answers} answers lost`);
  },
  patience,
);

/** Runs a shop whose every write is written down; checkpoints come every few commits. */
async function traceShop(pragmas: readonly string[]): Promise<TracedShop> {
  const folder = tempFolder('power-loss');
  const database = join(folder, 'hemat.db');
  const home = await makeHome(`sqlite:${database}`);
  const before = new Map([[database, readFileSync(database)]]);
  const trace = join(tempFolder('power-loss-trace'), 'trace');
  const pool = await openShopProcessPool({ spare: 0, wrap: (command) => traced(command, trace) });
  const { url, secret, secretKey } = home;
  const shop = await pool.start({
    ...{ url, secret, secretKey, round: 'p', killAt: null, orders },
    pragmas: ['wal_autocheckpoint = 300', ...pragmas],
  });
  const { answers } = await shop.ended;
  pool.close();
  expect(answers.size).toBeGreaterThan(orders);
  return { home, before, events: readTrace(readFileSync(trace, 'utf8'), folder) };
}

/** Takes the power away at instants all over the trace and asks what is left for every answer that was given by then. */
async function losePower(
  { home, before, events }: TracedShop,
  images: number,
): Promise<{ answers: number; lost: number }> {
  const random = repeatableRandom(1);
  const folder = tempFolder('power-loss-image');
  let answers = 0;
  let lost = 0;
  for (let image = 0; image < images; image += 1) {
    const count = Math.floor(random() * events.length);
    writeDisk(diskAfterPowerLoss(before, events, count, random), folder);
    const open = await openHome({ ...home, url: `sqlite:${join(folder, 'hemat.db')}` });
    // The image itself need not last.
    (await writingConnection(open.deps.storage))?.database.pragma('synchronous = OFF');
    try {
      const { rows } = await sql`pragma integrity_check`.execute(open.deps.storage.reader);
      expect(rows).toEqual([{ integrity_check: 'ok' }]);
      await checkLedger(open);
      const told = events.slice(0, count).flatMap((event) => (event.kind === 'told' ? [event.data] : []));
      const record = readRecord(Buffer.concat(told));
      for (const call of record.calls) {
        const answer = record.answers.get(call.key);
        if (answer === undefined) continue;
        const { replayed, body } = await open.make(call);
        answers += 1;
        if (!replayed || body !== answer.body) lost += 1;
      }
    } finally {
      await open.close();
    }
  }
  return { answers, lost };
}

/** The index of the log is memory shared by processes: it is gone with the power. */
function writeDisk(disk: Disk, folder: string): void {
  if (existsSync(folder)) rmSync(folder, { recursive: true });
  mkdirSync(folder);
  for (const [path, content] of disk) {
    const name = /hemat\.db(-wal)?$/.exec(path)?.[0];
    if (name !== undefined) writeFileSync(join(folder, name), content);
  }
}
