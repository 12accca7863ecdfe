import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { root, tempFolder } from '../support/temp-folder.js';
import { checkLedger, checkRecord } from './support/check-ledger.js';
import { counts, patience } from './support/counts.js';
import { makeHome, openHome, type FaultHome } from './support/fault-home.js';
import { httpAttempts, sendShoppers } from './support/persistent-shopper.js';
import { hematCommand, serveHome } from './support/serve-home.js';
import { until } from './support/until.js';

it(
  `a backup taken under load restores whole, with every answer given before it: ${counts.backups} times`,
  async () => {
    const folder = tempFolder('backup');
    const home = await makeHome(`sqlite:${join(folder, 'hemat.db')}`);
    const service = await serveHome(home);
    try {
      const shoppers = sendShoppers(
        httpAttempts(() => service.url, home.secretKey),
        { round: 'backup' },
      );
      for (let n = 1; n <= counts.backups; n += 1) {
        const before = shoppers.answered();
        await until('orders come in', () => shoppers.answered() > before + 100);
        const asked = shoppers.soFar();
        const copy = join(folder, `copy-${n}.db`);
        await hemat(home, 'backup', copy);
        const went = shoppers.answered();
        await until('orders come in again', () => shoppers.answered() > went + 20);

        const restored = { ...home, url: `sqlite:${join(folder, `restored-${n}`, 'hemat.db')}` };
        const at = { ...restored, env: { ...home.env, HEMAT_DATABASE_URL: restored.url } };
        await hemat(at, 'restore', copy);
        expect(await hemat(at, 'audit')).toMatch(/\b0 drift\b/);
        const open = await openHome(restored);
        try {
          const { rows } = await sql`pragma integrity_check`.execute(open.deps.storage.reader);
          expect(rows).toEqual([{ integrity_check: 'ok' }]);
          await checkLedger(open);
          for (const call of asked.calls) {
            const told = asked.answers.get(call.key);
            if (told !== undefined) expect(await open.make(call)).toEqual({ ...told, replayed: true });
          }
        } finally {
          await open.close();
        }
      }
      const record = await shoppers.stop();
      expect(shoppers.failures).toEqual([]);
      const open = await openHome(home);
      await checkRecord(open, record).finally(() => open.close());
    } finally {
      await service.stop();
    }
  },
  patience,
);

it('a backup that is killed half-way leaves no file that could be taken for one', async () => {
  const folder = tempFolder('backup-killed');
  const home = await makeHome(`sqlite:${join(folder, 'hemat.db')}`);
  const copy = join(folder, 'copy.db');
  const [program, ...parameters] = await hematCommand('backup', copy);
  const running = execFile(program, parameters, { cwd: root, env: { ...process.env, ...home.env } });
  const ended = new Promise((resolve) => running.once('close', resolve));
  await until('it writes', () => existsSync(`${copy}.unfinished`) || running.exitCode !== null);
  running.kill('SIGKILL');
  await ended;
  expect(existsSync(copy)).toBe(running.exitCode === 0);
  if (!existsSync(copy)) await expect(hemat(home, 'restore', copy, '--force')).rejects.toThrow();
});

async function hemat(home: Pick<FaultHome, 'env'>, ...parameters: string[]): Promise<string> {
  const [program, ...command] = await hematCommand(...parameters);
  const ran = await promisify(execFile)(program, command, {
    cwd: root,
    env: { ...process.env, ...home.env },
  });
  return ran.stdout;
}
