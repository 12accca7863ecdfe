import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, symlinkSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { freshDatabase } from '../support/fresh-database.js';
import { initHemat } from '../support/hemat-service.js';
import { root, tempFolder } from '../support/temp-folder.js';

/** Programs that a machine may lack, and what builds or shows the demo. */
const leftOut = /^(apt-get|npm|nginx|export POSTGRES_PASSWORD|docker|HEMAT_ENDPOINT)/;

it('moves a shop by the commands of the guide, as they stand there', async () => {
  const folder = tempFolder('guide');
  for (const name of ['server', 'docs']) symlinkSync(join(root, name), join(folder, name));
  const { env } = await initHemat(join(folder, 'data'));
  const ports = [await freePort(), await freePort(), await freePort()];
  const steps = stepsOfGuide()
    .replaceAll(/880([123])/g, (_, n: string) => String(ports[Number(n) - 1]))
    // Without a balancer the first replica answers.
    .replaceAll('127.0.0.1:8787', `127.0.0.1:${ports[0]}`)
    .replace('postgres://hemat:password@127.0.0.1:5432/hemat', await freshDatabase('guide'));
  const waiting = ports.map((port) => `until curl -sf http://127.0.0.1:${port}/readyz; do sleep 0.1; done`);
  const script = [
    'set -e',
    "trap 'kill $(jobs -p); wait' EXIT",
    steps.replace('curl --fail', `${waiting.join('\n')}\ncurl --fail`),
  ];
  // The file that `npm start` would have made beside its database.
  const secret = `printf %s '${env.HEMAT_SECRET}' > data/hemat.db.secret`;
  const said = await runShell([secret, ...script].join('\n'), folder);
  expect(said).toContain('Every row has arrived with every value.');
  expect(said.match(/"status":"ready"/g)?.length).toBe(4);
  expect(said).toMatch(/0 drift$/m);
  expect(said).toMatch(/^workspaces +1 +1$/m);
});

function stepsOfGuide(): string {
  const guide = readFileSync(join(root, 'docs/operators/move-to-postgres.md'), 'utf8');
  const blocks = [...guide.matchAll(/^```sh\n([^]*?)^```/gm)].map(([, block = '']) => block);
  const kept = blocks.filter((block) => !leftOut.test(block));
  // Built, moved, served and looked at: the steps before the way back.
  expect(kept).toHaveLength(6);
  return kept.slice(0, -1).join('\n');
}

async function runShell(script: string, folder: string): Promise<string> {
  const env = { ...process.env, HEMAT_DATABASE_URL: '', HEMAT_SECRET: '' };
  const shell = spawn('bash', ['-c', script], { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const written: string[] = [];
  for (const stream of [shell.stdout, shell.stderr])
    stream.on('data', (chunk: Buffer) => written.push(chunk.toString()));
  const [status] = (await once(shell, 'close')) as [number | null];
  expect(status, written.join('')).toBe(0);
  return written.join('');
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  // A server that listens on a port has an address of this kind.
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}
