import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { createClient, type HematClient } from '@hemat/shared/client';
import type { DiscountCode } from '@hemat/shared/schemas';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { initHemat, runHemat, serveHemat, type HematHome } from '../support/hemat-service.js';
import type { RunningProcess } from '../support/start-process.js';
import { tempFolder } from '../support/temp-folder.js';

const folder = tempFolder('batches');
let home: HematHome;
let service: RunningProcess;
let client: HematClient;
const serve = async () => {
  service = await serveHemat(home);
  client = createClient({ endpoint: service.url, secretKey: home.secretKey });
};
beforeAll(async () => {
  home = await initHemat(folder);
  await serve();
});
afterAll(() => service.stop());

const batch = (count: number) =>
  client.discountCodes.create({ kind: 'onetime', count, type: 'percent', value: 10, prefix: 'KOPI' });
/** Looks again until the batch has come so far. */
const reach = async ({ id }: DiscountCode, done: number): Promise<DiscountCode> => {
  for (;;) {
    const code = await client.discountCodes.get(id);
    if ((code.generation?.done ?? 0) >= done) return code;
    await pause(50);
  }
};

describe('a service', () => {
  it('generates a batch by itself, and counts each string once', async () => {
    const made = await batch(600);
    const whole = await reach(made, 600);
    expect(whole.generation).toEqual({ status: 'done', done: 600, total: 600 });
    const { items } = await client.discountCodes.strings(made.id, { limit: 2 });
    const [{ code: used } = { code: '' }, { code: left } = { code: '' }] = items;
    await client.discountCodes.redeem({ orderId: 's-1', code: used, currency: 'IDR', subtotal: 100_000 });
    const again = { orderId: 's-2', code: used, currency: 'IDR', subtotal: 100_000 };
    await expect(client.discountCodes.redeem(again)).rejects.toMatchObject({ code: 'MAX_USES_REACHED' });
    expect((await client.discountCodes.strings(made.id, { state: 'used' })).items).toMatchObject([
      { code: used, state: 'used', orderId: 's-1' },
    ]);
    const carts = { carts: [{ currency: 'IDR', subtotal: 50_000 }] };
    expect((await client.discountCodes.simulate(made.id, carts)).totals[0]?.discountAmount).toBe(5_000);
    expect((await client.discountCodes.stats(made.id)).totals.netRevenue).toBe(90_000);
    expect((await client.discountCodes.allStats({ interval: 'month' })).totals.orders).toBe(1);
    expect((await client.modules.fees()).fees[0]?.feeAmount).toBe(270);
    expect(left).not.toBe(used);
  });

  it('goes on with a batch after it was killed in the middle of it, without one string too many', async () => {
    const made = await batch(60_000);
    await reach(made, 500);
    await service.stop('SIGKILL');
    await serve();
    const stopped = (await client.discountCodes.get(made.id)).generation?.done ?? 0;
    expect(stopped).toBeLessThan(60_000);
    await reach(made, stopped + 250);
    await client.discountCodes.archive(made.id);
    const audit = await runHemat(home, 'audit', '--json');
    expect(JSON.parse(audit)).toEqual({ drift: [], repaired: false });
  });
});

describe('the command line', () => {
  it('imports a file and exports it again as it was, beside a running service', async () => {
    const file = join(folder, 'codes.csv');
    writeFileSync(file, 'code;type;value;name\r\nCLI1;percent;10;"=1+1"\r\nCLI2;percent;20;Kopi\r\n');
    const dry = await runHemat(home, 'import', file, '--workspace', home.slug, '--dry-run');
    expect(dry).toBe('2 rows: 2 would be new, 0 unchanged, 0 faulty\n');
    const made = await runHemat(home, 'import', file, '--workspace', home.slug, '--json');
    expect(JSON.parse(made)).toMatchObject({ dryRun: false, created: 2 });
    const exported = await runHemat(home, 'export', '--workspace', home.slug);
    expect(exported.split('\r\n')).toHaveLength(4);
    expect(exported).toContain("CLI1,percent,10,,'=1+1,");
    const copy = join(folder, 'copy.csv');
    expect(await runHemat(home, 'export', '--workspace', home.slug, '--out', copy)).toBe('');
    const again = await runHemat(home, 'import', copy, '--workspace', home.slug);
    expect(again).toBe('2 rows: 0 new, 2 unchanged, 0 faulty\n');
    await expect(runHemat(home, 'export', '--workspace', home.slug, '--out', copy)).rejects.toThrow();
  });

  it('says which row is faulty, and leaves nothing of the file', async () => {
    const file = join(folder, 'bad.ndjson');
    writeFileSync(
      file,
      '{"code":"OK9","type":"percent","value":5}\n{"code":"NO9","type":"percent","value":500}\n',
    );
    const failed = await runHemat(home, 'import', file, '--workspace', home.slug).catch(
      // What `execFile` throws carries what the command wrote.
      (error: { stderr: string }) => error.stderr,
    );
    expect(failed).toContain('rows.2.value');
    expect((await client.discountCodes.list({ q: 'OK9' })).items).toEqual([]);
    const skipped = await runHemat(
      home,
      'import',
      file,
      '--workspace',
      home.slug,
      '--on-error',
      'skip',
    ).catch((error: { stdout: string }) => error.stdout);
    expect(skipped).toContain('2 rows: 1 new, 0 unchanged, 1 faulty');
  });
});
