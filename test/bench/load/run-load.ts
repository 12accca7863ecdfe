import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { cores, pinned } from '../machine.js';
import type { LoadJob, LoadResult } from './load-job.js';

const worker = fileURLToPath(new URL('./worker.ts', import.meta.url));

/** Runs one job in a process of its own, bound to the load's core; throws with its output when it fails. */
export async function runLoad(job: LoadJob): Promise<LoadResult> {
  const [program, ...parameters] = pinned(cores.load, [process.execPath, '--import', 'tsx', worker]);
  const child = spawn(program, parameters, { stdio: ['pipe', 'pipe', 'inherit'] });
  const end = once(child, 'close');
  child.stdin.end(JSON.stringify(job));
  const answer = await text(child.stdout);
  const [status] = await end;
  if (status !== 0) throw new Error(`The load ended with ${String(status)}.`);
  // Written by worker.ts, which is typed.
  return JSON.parse(answer) as LoadResult;
}
