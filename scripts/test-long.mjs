// Runs the faults and races as often as the long column of test/faults/support/counts.ts says; words name files to run.
import { spawnSync } from 'node:child_process';

const files = process.argv.slice(2);
const ran = spawnSync(
  process.execPath,
  [
    'node_modules/vitest/vitest.mjs',
    'run',
    '--project=service',
    '--maxWorkers=1',
    ...(files.length > 0 ? files : ['test/faults/', 'test/races/']),
  ],
  { stdio: 'inherit', env: { ...process.env, HEMAT_TEST_LONG: '1' } },
);
process.exit(ran.status ?? 1);
