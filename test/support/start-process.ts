import { spawn, type ChildProcess } from 'node:child_process';
import { openSync } from 'node:fs';
import { createInterface } from 'node:readline';

/** A server started as a child process: where it answers and how to end it. */
export interface RunningProcess {
  /** The address it printed, without a trailing slash. */
  readonly url: string;
  readonly pid: number;
  /** The last it has written, standard error included unless that goes to a file. */
  readonly output: () => string;
  /** Sends a signal (default SIGTERM) and waits until the process is gone. */
  readonly stop: (signal?: NodeJS.Signals) => Promise<void>;
}

/** What to start. */
export interface ProcessPlan {
  /** The program and its arguments. */
  readonly command: readonly [string, ...string[]];
  readonly cwd: string;
  /** Added to this process's own environment. */
  readonly env?: Readonly<Record<string, string>>;
  /** Takes its standard error, instead of keeping the last of it in memory. */
  readonly errorFile?: string;
  /** Milliseconds to wait for the address (default 30,000). */
  readonly patience?: number;
}

const keptChunks = 1000;
const alive = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of alive) child.kill('SIGKILL');
});
// A signal alone would end this process without its exit event, and leave the servers behind.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(1));

/** Starts a server and answers once it has printed a line with its address; throws with its output when it does not. */
export async function startProcess(plan: ProcessPlan): Promise<RunningProcess> {
  const [program, ...parameters] = plan.command;
  const child = spawn(program, parameters, {
    cwd: plan.cwd,
    env: { ...process.env, ...plan.env },
    stdio: ['ignore', 'pipe', plan.errorFile === undefined ? 'pipe' : openSync(plan.errorFile, 'a')],
  });
  alive.add(child);
  const gone = new Promise<void>((resolve) => child.once('close', () => (alive.delete(child), resolve())));
  const written: string[] = [];
  child.stderr?.on('data', (chunk: Buffer) => {
    written.push(chunk.toString());
    if (written.length > keptChunks) written.splice(0, keptChunks / 2);
  });
  const url = await printedAddress(child, written, plan.patience ?? 30_000);
  return {
    url,
    pid: child.pid ?? 0,
    output: () => written.join(''),
    stop: async (signal = 'SIGTERM') => {
      child.kill(signal);
      await gone;
    },
  };
}

async function printedAddress(child: ChildProcess, written: string[], patience: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const fail = (why: string) => {
      child.kill('SIGKILL');
      reject(new Error(`${child.spawnargs.join(' ')} ${why}:\n${written.join('')}`));
    };
    const timer = setTimeout(() => fail(`printed no address in ${patience} ms`), patience);
    child.once('error', (cause) => fail(`did not start (${cause.message})`));
    child.once('exit', (code, signal) => fail(`ended with ${signal ?? code} before it printed an address`));
    if (child.stdout === null) return fail('has no standard output');
    createInterface(child.stdout).on('line', (line) => {
      written.push(`${line}\n`);
      const address = /https?:\/\/[^\s"']+?:\d+/.exec(line)?.[0];
      if (address === undefined) return;
      clearTimeout(timer);
      child.removeAllListeners('exit');
      resolve(address);
    });
  });
}
