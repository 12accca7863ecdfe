import { setTimeout as pause } from 'node:timers/promises';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { tempFolder } from '../support/temp-folder.js';
import { checkRecord } from './support/check-ledger.js';
import { makeHome, openHome } from './support/fault-home.js';
import { httpAttempts, sendShoppers } from './support/persistent-shopper.js';
import { serveHome } from './support/serve-home.js';
import { until } from './support/until.js';

const heldFor = 10_000;
const metricsToken = 'a-token-for-the-metrics';

it('stays awake while another process holds the file for 10 s: it reads, says 503 to writes, and loses nothing', async () => {
  const path = join(tempFolder('foreign-lock'), 'hemat.db');
  const home = await makeHome(`sqlite:${path}`);
  const service = await serveHome(home, { env: { HEMAT_METRICS_TOKEN: metricsToken } });
  try {
    const shoppers = sendShoppers(
      httpAttempts(() => service.url, home.secretKey),
      { round: 'lock' },
    );
    await until('orders come in', () => shoppers.answered() > 100);
    const foreign = new Database(path);
    await readMetrics(service.url);
    foreign.exec('begin immediate');
    const before = shoppers.answered();
    const reads = await readWhileHeld(service.url, home.secretKey);
    const held = shoppers.answered() - before;
    const metrics = await readMetrics(service.url);
    foreign.exec('rollback');
    foreign.close();

    // What was on its way when the lock was taken.
    expect(held).toBeLessThanOrEqual(8);
    expect(shoppers.failures.length).toBeGreaterThan(0);
    for (const { attempt } of shoppers.failures)
      expect(attempt).toMatchObject({ status: 503, retryAfter: '1' });
    expect(new Set(reads.map(({ status }) => status))).toEqual(new Set([200]));
    const lag = Number(/^nodejs_eventloop_lag_p99_seconds (\S+)$/m.exec(metrics)?.[1]) * 1_000;
    expect(lag).toBeGreaterThan(0);
    expect(lag).toBeLessThan(300);

    const freed = shoppers.answered();
    await until('orders come in again', () => shoppers.answered() > freed + 100);
    const record = await shoppers.stop();
    const open = await openHome(home);
    await checkRecord(open, record).finally(() => open.close());
    const took = reads.map(({ ms }) => ms).sort((a, b) => a - b);
    const p99 = took[Math.floor(took.length * 0.99)] ?? 0;
    console.info(`event loop p99 ${lag.toFixed(0)} ms, reads p99 ${p99.toFixed(0)} ms (${took.length})`);
  } finally {
    await service.stop();
  }
});

async function readWhileHeld(url: string, key: string): Promise<{ status: number; ms: number }[]> {
  const reads: { status: number; ms: number }[] = [];
  for (const end = performance.now() + heldFor; performance.now() < end; await pause(20)) {
    const start = performance.now();
    const answer = await fetch(`${url}/v1/discount-codes`, { headers: { authorization: `Bearer ${key}` } });
    await answer.text();
    reads.push({ status: answer.status, ms: performance.now() - start });
  }
  return reads;
}

/** The lag is that since the last time it was read. */
async function readMetrics(url: string): Promise<string> {
  const answer = await fetch(`${url}/metrics`, { headers: { authorization: `Bearer ${metricsToken}` } });
  return answer.text();
}
