import { spawn, type ChildProcess } from 'node:child_process';
import { bundleScript } from './bundle-script.js';
import type { ShopCall, ShopPlan } from './shop-plan.js';

/** A shop process at work. */
export interface RunningShop {
  readonly pid: number;
  /** Kills it without warning. */
  readonly kill: () => void;
  /** How many calls it was answered so far. */
  readonly answers: () => number;
  /** What it had done when it was killed, or had ended by itself with its orders done; rejects when it failed. */
  readonly ended: Promise<ShopRecord>;
}

/** What a shop process wrote down until it ended. */
export interface ShopRecord {
  readonly calls: readonly ShopCall[];
  /** Status and body by idempotency key. */
  readonly answers: ReadonlyMap<string, { readonly status: number; readonly body: string }>;
  /** `SIGKILL`, or null where it ended by itself. */
  readonly signal: NodeJS.Signals | null;
}

/** Processes that are loaded before they are needed, as most of a short life is loading. */
export interface ShopProcessPool {
  readonly start: (plan: ShopPlan) => Promise<RunningShop>;
  readonly close: () => void;
}

/** Keeps `spare` processes loaded; `wrap` turns their command into another. */
export async function openShopProcessPool({
  spare = 2,
  wrap = (command) => command,
}: {
  readonly spare?: number;
  readonly wrap?: (command: readonly string[]) => readonly string[];
} = {}): Promise<ShopProcessPool> {
  const script = await bundleScript('test/faults/support/shop-process.ts');
  const [program = '', ...parameters] = wrap([process.execPath, script]);
  const alive = new Set<ChildProcess>();
  process.once('exit', () => alive.forEach((child) => child.kill('SIGKILL')));
  const load = () => {
    const child = spawn(program, parameters, { stdio: ['pipe', 'pipe', 'pipe'] });
    alive.add(child);
    child.once('close', () => alive.delete(child));
    return child;
  };
  const loaded = Array.from({ length: spare }, load);
  return {
    start: async (plan) => {
      const child = loaded.shift() ?? load();
      loaded.push(load());
      return runShop(child, plan);
    },
    close: () => alive.forEach((child) => child.kill('SIGKILL')),
  };
}

function runShop(child: ChildProcess, plan: ShopPlan): RunningShop {
  const written: Buffer[] = [];
  const faults: string[] = [];
  let answers = 0;
  child.stdout?.on('data', (chunk: Buffer) => {
    written.push(chunk);
    for (let at = chunk.indexOf('\n! '); at >= 0; at = chunk.indexOf('\n! ', at + 1)) answers += 1;
  });
  child.stderr?.on('data', (chunk: Buffer) => faults.push(chunk.toString()));
  child.stdin?.end(`${JSON.stringify(plan)}\n`);
  const ended = new Promise<ShopRecord>((resolve, reject) => {
    child.once('close', (code, signal) => {
      if (signal === 'SIGKILL' || code === 0) resolve({ ...readRecord(Buffer.concat(written)), signal });
      else reject(new Error(`the shop ended with ${signal ?? code}:\n${faults.join('')}`));
    });
  });
  return { pid: child.pid ?? 0, kill: () => child.kill('SIGKILL'), answers: () => answers, ended };
}

/** A last line that was cut short was not written. */
export function readRecord(written: Buffer): Omit<ShopRecord, 'signal'> {
  const calls: ShopCall[] = [];
  const answers = new Map<string, { status: number; body: string }>();
  for (const line of written.toString().split('\n').slice(0, -1)) {
    // Calls are written as JSON by the process itself.
    if (line.startsWith('? ')) calls.push(JSON.parse(line.slice(2)) as ShopCall);
    const [, key, status, body] = /^! (\S+) (\d+) (.*)$/.exec(line) ?? [];
    if (key !== undefined) answers.set(key, { status: Number(status), body: body ?? '' });
  }
  return { calls, answers };
}
