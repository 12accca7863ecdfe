import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { root, tempFolder } from '../support/temp-folder.js';
import { checkAnswers, checkRecord } from './support/check-ledger.js';
import { counts, patience } from './support/counts.js';
import { makeHome, openHome, type FaultHome, type OpenHome } from './support/fault-home.js';
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
        const told = shoppers.soFar();
        const restored = await backUpAndRestore(home, folder, `under-load-${n}`);
        await checkCopy(restored, (open) => checkAnswers(open, told));
      }
      const record = await shoppers.stop();
      expect(shoppers.failures).toEqual([]);
      const quiet = await backUpAndRestore(home, folder, 'quiet');
      await checkCopy(quiet, (open) => checkRecord(open, record));
      await checkCopy(home, (open) => checkRecord(open, record));
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

/** Restores a backup of a home whose service runs; the home that came of it. */
async function backUpAndRestore(home: FaultHome, folder: string, name: string): Promise<FaultHome> {
  const copy = join(folder, `${name}.db`);
  await hemat(home, 'backup', copy);
  const url = `sqlite:${join(folder, name, 'hemat.db')}`;
  const restored = { ...home, url, env: { ...home.env, HEMAT_DATABASE_URL: url } };
  await hemat(restored, 'restore', copy);
  expect(await hemat(restored, 'audit')).toMatch(/\b0 drift\b/);
  return restored;
}

async function checkCopy(home: FaultHome, check: (open: OpenHome) => Promise<void>): Promise<void> {
  const open = await openHome(home);
  try {
    const { rows } = await sql`pragma integrity_check`.execute(open.deps.storage.reader);
    expect(rows).toEqual([{ integrity_check: 'ok' }]);
    await check(open);
  } finally {
    await open.close();
  }
}

async function hemat(home: Pick<FaultHome, 'env'>, ...parameters: string[]): Promise<string> {
  const [program, ...command] = await hematCommand(...parameters);
  const ran = await promisify(execFile)(program, command, {
    cwd: root,
    env: { ...process.env, ...home.env },
  });
  return ran.stdout;
}
