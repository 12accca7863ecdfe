#!/usr/bin/env node
// The one way in from a fresh clone: installs with the pinned pnpm when the lockfile changed, builds when a source
// changed, then runs the task. Uses nothing but Node's own modules; all it says itself goes to standard error.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const PNPM = '10.34.9';
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const env = environment();

const [task = 'start', ...rest] = process.argv.slice(2);
const tasks = {
  setup: () => {},
  build: () => build(),
  start: () => (build(), node('scripts/start.mjs', ...rest)),
  test: () => (build(), node('scripts/test.mjs', ...rest)),
  'test:long': () => (build(), node('scripts/test-long.mjs', ...rest)),
  'test:sabotage': () => node('--import=tsx', 'scripts/test-sabotage.mjs', ...rest),
  check: () => (build(), node('scripts/check.mjs', ...rest)),
  bench: () => (
    build(),
    node('node_modules/tsx/dist/cli.mjs', '--conditions=hemat-source', 'test/bench/run.ts', ...rest)
  ),
  hemat: () => (build(), node('server/dist/cli.js', ...rest)),
};

requireNode(20, 19);
if (!tasks[task]) fail(`There is no task "${task}". Tasks: ${Object.keys(tasks).join(', ')}.`);
install();
tasks[task]();

function requireNode(major, minor) {
  const [haveMajor, haveMinor] = process.versions.node.split('.').map(Number);
  if (haveMajor < major || (haveMajor === major && haveMinor < minor)) {
    fail(`Hemat needs Node ${major}.${minor} or newer; this is ${process.version}.`);
  }
}

/** node-gyp downloads Node's headers unless told where they are: names the ones beside this Node when they match it. */
function environment() {
  const prefix = dirname(dirname(realpathSync(process.execPath)));
  const header = join(prefix, 'include/node/node_version.h');
  if (process.env.npm_config_nodedir || !existsSync(header)) return process.env;
  const text = readFileSync(header, 'utf8');
  const part = (name) => text.match(new RegExp(`#define NODE_${name}_VERSION (\\d+)`))?.[1];
  const version = [part('MAJOR'), part('MINOR'), part('PATCH')].join('.');
  return version === process.versions.node ? { ...process.env, npm_config_nodedir: prefix } : process.env;
}

function install() {
  const stamp = createHash('sha256')
    .update(readFileSync(join(root, 'pnpm-lock.yaml')))
    .update(process.version + process.platform + process.arch)
    .digest('hex');
  const stampFile = join(root, 'node_modules/.hemat-install');
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return;
  say('Installing packages (a minute or two the first time: better-sqlite3 may be compiled) …');
  run(
    'npx',
    ['--yes', `pnpm@${PNPM}`, 'install', '--frozen-lockfile', '--reporter=append-only', '--loglevel=warn'],
    2,
  );
  mkdirSync(dirname(stampFile), { recursive: true });
  writeFileSync(stampFile, stamp);
}

function build() {
  run(process.execPath, [join(root, 'scripts/build.mjs')], 2);
}

function node(script, ...args) {
  run(process.execPath, [script, ...args], 'inherit');
}

/** Runs a command to its end; its standard output goes to `output`. A failure ends this process with the same status. */
function run(command, args, output) {
  const shell = process.platform === 'win32' && command === 'npx';
  const result = spawnSync(command, args, { cwd: root, env, stdio: ['inherit', output, 'inherit'], shell });
  if (result.error) fail(`${command} could not be started: ${result.error.message}`);
  if (result.signal) process.kill(process.pid, result.signal);
  if (result.status !== 0) process.exit(result.status ?? 1);
}

function say(text) {
  process.stderr.write(`${text}\n`);
}

function fail(text) {
  say(text);
  process.exit(1);
}
