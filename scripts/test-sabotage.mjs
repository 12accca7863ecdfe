// Breaks the service in each of the ways that test/faults/sabotages lists, in copies that are thrown away, and runs the tests
// that must notice. Prints `caught / total` and what nobody noticed. Words name the ones to try, --from=N and --to=N
// a part of the list, --jobs=N tries N at once.
import { spawn } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sabotages } from '../test/faults/sabotages/sabotages.ts';
import { makeCopy } from './make-copy.mjs';

const longestRun = 600_000;
const words = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const jobs = readNumber('--jobs=', 2);
const wanted = sabotages
  .slice(readNumber('--from=', 1) - 1, readNumber('--to=', sabotages.length))
  .filter(({ breaks }) => words.every((word) => breaks.includes(word)));

const copies = Array.from({ length: Math.min(jobs, wanted.length) }, () => makeCopy());
const running = new Set();
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL');
  for (const { remove } of copies) remove();
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => process.exit(1));

/** By test file and name: whether it passes as it is. */
const green = new Map();
const missed = [];
const waiting = [...wanted];
await Promise.all(copies.map(({ folder }) => tryAll(folder)));
for (const { breaks, why } of missed) console.log(`MISSED  ${breaks}: ${why}`);
console.log(`${wanted.length - missed.length} / ${wanted.length} caught`);
process.exit(missed.length === 0 ? 0 : 1);

function readNumber(option, fallback) {
  return Number(process.argv.find((word) => word.startsWith(option))?.slice(option.length) ?? fallback);
}

async function tryAll(folder) {
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const since = performance.now();
    const why = await trySabotage(folder, next);
    const seconds = ((performance.now() - since) / 1000).toFixed(1).padStart(6);
    console.log(`${why === null ? 'caught' : 'missed'} ${seconds} s  ${next.breaks}`);
    if (why !== null) missed.push({ breaks: next.breaks, why });
  }
}

/** Null where each of its tests fails, else why not. */
async function trySabotage(folder, { edits, tests, only }) {
  for (const test of tests) {
    if (!(await passes(folder, test, only))) return `${test} fails without it`;
  }
  const originals = new Map();
  try {
    for (const { file, from, to } of edits) {
      const path = join(folder, file);
      const text = readFileSync(path, 'utf8');
      if (!originals.has(path)) originals.set(path, text);
      if (text.split(from).length !== 2) return `${file} does not have its text once`;
      // A function, so that no $ in the text means anything.
      writeFileSync(
        path,
        text.replace(from, () => to),
      );
    }
    for (const test of tests) {
      const { failed, output } = await runTests(folder, test, only);
      if (failed === null) return `${test} did not end by itself`;
      if (/Transform failed|PARSE_ERROR|Failed to resolve import/.test(output)) return 'it is no program';
      if (failed.length === 0) return `${test} passes`;
    }
    return null;
  } finally {
    for (const [path, text] of originals) writeFileSync(path, text);
  }
}

/** A test that fails as it is notices nothing; each is asked once. */
async function passes(folder, test, only) {
  const name = `${test} ${only}`;
  if (!green.has(name)) green.set(name, (await runTests(folder, test, only)).failed?.length === 0);
  return green.get(name);
}

/** The files that failed, null where the run did not end in time; and what it printed. */
function runTests(folder, test, only) {
  const report = join(folder, '.cache', 'sabotage.json');
  rmSync(report, { force: true });
  const vitest = [
    join(folder, 'node_modules/vitest/vitest.mjs'),
    'run',
    // Replicas need a PostgreSQL, which one project has.
    ...(test.startsWith('test/replicas/') ? ['--project=postgres'] : ['--project=unit', '--project=service']),
  ];
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const named = only === undefined ? [] : ['--testNamePattern', only];
  const child = spawn(
    process.execPath,
    [...vitest, ...reporters, '--bail=1', '--testTimeout=60000', ...named, test],
    {
      cwd: folder,
      env: { ...process.env, NO_COLOR: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  running.add(child);
  const written = [];
  child.stdout.on('data', (chunk) => written.push(chunk));
  child.stderr.on('data', (chunk) => written.push(chunk));
  let isLate = false;
  const late = setTimeout(() => {
    isLate = true;
    child.kill('SIGKILL');
  }, longestRun);
  return new Promise((resolve) => {
    child.once('close', () => {
      clearTimeout(late);
      running.delete(child);
      const output = Buffer.concat(written).toString();
      resolve({ failed: isLate ? null : failedIn(report), output });
    });
  });
}

function failedIn(report) {
  try {
    const { testResults } = JSON.parse(readFileSync(report, 'utf8'));
    return testResults.filter(({ status }) => status === 'failed').map(({ name }) => name);
  } catch {
    return null;
  }
}
