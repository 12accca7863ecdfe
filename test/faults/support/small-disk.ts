import { spawnSync } from 'node:child_process';
import { closeSync, copyFileSync, existsSync, openSync, rmSync, writeSync } from 'node:fs';
import { basename, join } from 'node:path';

/** Whether a process may be given a disk of its own here. */
export function canMount(): boolean {
  return spawnSync('unshare', ['-rm', 'mount', '-t', 'tmpfs', 'none', '/mnt']).status === 0;
}

/** The command that runs `command` with a small disk at `folder`, on which lies a copy of what `from` holds. */
export function onSmallDisk(
  command: readonly [string, ...string[]],
  { folder, from, megabytes }: { readonly folder: string; readonly from: string; readonly megabytes: number },
): [string, ...string[]] {
  const mount = `mount -t tmpfs -o size=${megabytes}m none "$0" && cp "$1"/* "$0" && shift && exec "$@"`;
  return ['unshare', '-rm', 'sh', '-c', mount, folder, from, ...command];
}

/** The small disk of a process, seen from outside of it. */
export function smallDiskOf(pid: number, folder: string) {
  const seen = join(`/proc/${pid}/root`, folder);
  const ballast = join(seen, 'ballast');
  return {
    /** Leaves not one free page. */
    fill: () => {
      const file = openSync(ballast, 'w');
      try {
        for (const page = Buffer.alloc(4096); ;) writeSync(file, page);
      } catch (error) {
        if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error;
      } finally {
        closeSync(file);
      }
    },
    free: () => rmSync(ballast),
    /** Copies a database with its log while the process stands still. */
    copyDatabase: (database: string, to: string) => {
      process.kill(pid, 'SIGSTOP');
      for (const suffix of ['', '-wal']) {
        const from = join(seen, basename(database) + suffix);
        if (existsSync(from)) copyFileSync(from, to + suffix);
      }
      process.kill(pid, 'SIGCONT');
    },
  };
}
