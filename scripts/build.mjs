// Builds each package whose sources changed since its last build, in the order of the imports.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const packages = [
  { name: 'widget', reads: ['shared', 'widget'], makes: 'dist/script/hemat.js' },
  { name: 'server', reads: ['shared', 'server'], makes: 'dist/cli.js' },
  { name: 'demo', reads: ['shared', 'widget', 'demo'], makes: 'dist/server.js' },
];

for (const { name, reads, makes } of packages) {
  const stampFile = join(root, '.cache/build', name);
  const stamp = fingerprint(reads);
  const made = existsSync(join(root, name, makes));
  if (made && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) continue;
  process.stderr.write(`Building ${name} …\n`);
  const built = spawnSync('npm', ['run', 'build'], {
    cwd: join(root, name),
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (built.status !== 0) {
    process.stderr.write(`${built.stdout ?? ''}${built.stderr ?? ''}Building ${name} failed.\n`);
    process.exit(1);
  }
  mkdirSync(dirname(stampFile), { recursive: true });
  writeFileSync(stampFile, stamp);
}

/** Changes when a file of these packages, or the lockfile, comes, goes or is written. */
function fingerprint(folders) {
  const hash = createHash('sha256').update(readFileSync(join(root, 'pnpm-lock.yaml')));
  for (const folder of folders) for (const file of sources(join(root, folder))) hash.update(file);
  return hash.digest('hex');
}

/** Path, size and time of each source file below `folder`, sorted. */
function sources(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .filter(
      (entry) => !['node_modules', 'dist', 'data'].includes(entry.name) && !entry.name.endsWith('.test.ts'),
    )
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return sources(path);
      const { size, mtimeMs } = statSync(path);
      return [`${path}:${size}:${mtimeMs}`];
    });
}
