// Checks what tsc cannot read: the templates of JSX, Vue and Svelte that use the elements, against the generated typings.
import { spawn } from 'node:child_process';

const checks = [
  ['vue-tsc/bin/vue-tsc.js', '-p', 'widget/types/test/tsconfig.json'],
  [
    'svelte-check/bin/svelte-check',
    '--tsconfig=./tsconfig.json',
    '--workspace=demo/integrations/svelte',
    '--fail-on-warnings',
    '--output=human',
  ],
];

const failed = await Promise.all(checks.map(([path, ...args]) => fails(`demo/node_modules/${path}`, args)));
process.exit(failed.includes(true) ? 1 : 0);

/** Runs a checker to its end and shows what it says only where it complains. */
async function fails(path, args) {
  const child = spawn(process.execPath, [path, ...args]);
  const said = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => said.push(chunk));
  const status = await new Promise((resolve) => child.once('close', resolve));
  if (status !== 0) process.stderr.write(Buffer.concat(said));
  return status !== 0;
}
