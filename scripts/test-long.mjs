// Runs the faults, the races, the state machine, the fuzzer and the timing tests as often as the long column of docs/reliability.md
// says; words name files to run.
import { spawnSync } from 'node:child_process';

const files = process.argv.slice(2);
const ran = spawnSync(
  process.execPath,
  [
    'node_modules/vitest/vitest.mjs',
    'run',
    '--project=service',
    '--maxWorkers=1',
    ...(files.length > 0
      ? files
      : ['faults', 'races', 'model', 'fuzz', 'abuse'].map((folder) => `test/${folder}/`)),
  ],
  { stdio: 'inherit', env: { ...process.env, HEMAT_TEST_LONG: '1' } },
);
process.exit(ran.status ?? 1);
