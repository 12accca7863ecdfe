// A throw-away copy of the project's last commit, in which anything may be broken: a git worktree in the system's temporary
// folder, whose dependencies are those that are installed here and whose packages find each other in the copy.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const packages = ['shared', 'server', 'widget', 'demo', 'test'];

/** Makes a copy of `commit`; its folder and what removes it. */
export function makeCopy(commit = 'HEAD') {
  const folder = join(mkdtempSync(join(tmpdir(), 'hemat-copy-')), 'hemat');
  git('worktree', 'add', '--detach', '--quiet', folder, commit);
  for (const name of ['.', ...packages]) linkDependencies(join(root, name), join(folder, name), folder);
  return { folder, remove: () => removeCopy(folder) };
}

function removeCopy(folder) {
  rmSync(dirname(folder), { recursive: true, force: true });
  git('worktree', 'prune');
}

/** One link an entry: a link to the whole folder would lead its packages back here. */
function linkDependencies(from, to, copy) {
  const installed = join(from, 'node_modules');
  if (!existsSync(installed) || !existsSync(to)) return;
  const linked = join(to, 'node_modules');
  mkdirSync(linked);
  for (const entry of readdirSync(installed)) {
    if (entry === '.vite' || entry === '.cache') continue;
    if (entry === '@hemat') linkPackages(join(installed, entry), join(linked, entry), copy);
    else symlinkSync(join(installed, entry), join(linked, entry));
  }
}

function linkPackages(installed, linked, copy) {
  mkdirSync(linked);
  for (const name of readdirSync(installed)) symlinkSync(join(copy, name), join(linked, name));
}

function git(...parameters) {
  const done = spawnSync('git', parameters, { cwd: root, encoding: 'utf8' });
  if (done.status !== 0) throw new Error(`git ${parameters[0]} ${parameters[1]}: ${done.stderr}`);
}
