// Every check that is not a test, each to its end, so that one run names every fault: format, lint, types, the types of
// templates, unused code, generated files, sizes. With --unit the unit tests too.
import { spawnSync } from 'node:child_process';

const bin = (path, ...args) => [process.execPath, [`node_modules/${path}`, ...args]];
const checks = {
  format: bin('prettier/bin/prettier.cjs', '--check', '--log-level=warn', '.'),
  lint: bin('eslint/bin/eslint.js', '.', '--max-warnings=-1', '--quiet'),
  types: bin('typescript/bin/tsc', '-b'),
  templates: [process.execPath, ['scripts/check-templates.mjs']],
  unused: bin('knip/bin/knip.js'),
  generated: [
    process.execPath,
    ['--conditions=hemat-source', '--import=tsx', 'scripts/generate.mjs', '--check'],
  ],
  sizes: [process.execPath, ['scripts/check-size.mjs']],
  ...(process.argv.includes('--unit') && { unit: bin('vitest/vitest.mjs', 'run', '--project=unit') }),
};

const failed = Object.entries(checks).filter(([name, [command, args]]) => {
  const started = Date.now();
  const ok = spawnSync(command, args, { stdio: 'inherit' }).status === 0;
  console.log(`${ok ? 'ok    ' : 'FAILED'} ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
  return !ok;
});
process.exit(failed.length === 0 ? 0 : 1);
