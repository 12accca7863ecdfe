import { spawn, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { root } from '../../support/temp-folder.js';

/** A TypeScript file of this folder that runs as a process of its own. */
export interface RunningScript {
  readonly child: ChildProcess;
  /** What it has written to standard output so far. */
  readonly output: () => string;
  /** Its exit code, or the signal that ended it; rejects with its standard error when it failed by itself. */
  readonly ended: Promise<number | string>;
}

const alive = new Set<ChildProcess>();
process.once('exit', () => alive.forEach((child) => child.kill('SIGKILL')));

/** Starts `file` (beside this one) under tsx; it is killed with this process at the latest. */
export function spawnScript(file: string, ...parameters: readonly string[]): RunningScript {
  const script = fileURLToPath(new URL(file, import.meta.url));
  const node = ['--conditions=hemat-source', '--import', 'tsx', script, ...parameters];
  const child = spawn(process.execPath, node, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  const written: string[] = [];
  const faults: string[] = [];
  child.stdout.on('data', (chunk: Buffer) => written.push(chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => faults.push(chunk.toString()));
  alive.add(child);
  const ended = new Promise<number | string>((resolve, reject) => {
    child.once('close', (code, signal) => {
      alive.delete(child);
      if (code === 0 || code === null) resolve(code ?? signal ?? 0);
      else reject(new Error(faults.join('')));
    });
  });
  return { child, output: () => written.join(''), ended };
}
