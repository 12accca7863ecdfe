import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cpus } from 'node:os';

const canPin = cpus().length > 1 && spawnSync('taskset', ['--version']).status === 0;

/** Where the servers run and where the load runs; the same core only on a machine with a single one. */
export const cores = { server: 0, load: cpus().length > 1 ? 1 : 0 };

/** The command bound to one core, where the system can (taskset); else the command itself. */
export function pinned(core: number, command: readonly string[]): [string, ...string[]] {
  const [program = process.execPath, ...parameters] = command;
  return canPin ? ['taskset', '-c', String(core), program, ...parameters] : [program, ...parameters];
}

/** One line about the machine for the report. */
export function describeMachine(): string {
  const model = cpus()[0]?.model.trim() ?? 'unknown processor';
  return `${cpus().length} × ${model}, Node ${process.versions.node}, ${canPin ? 'pinned' : 'not pinned'}`;
}

/** CPU time a process has used so far, milliseconds; `null` where the system does not say. */
export function cpuMilliseconds(pid: number): number | null {
  const fields = readProc(pid, 'stat')
    ?.replace(/^.*\) /, '')
    .split(' ');
  if (fields === undefined) return null;
  const millisecondsPerTick = 10;
  return (Number(fields[11]) + Number(fields[12])) * millisecondsPerTick;
}

/** Memory a process holds now (resident set), MB; `null` where the system does not say. */
export function residentMegabytes(pid: number): number | null {
  const kilobytes = /^VmRSS:\s+(\d+) kB/m.exec(readProc(pid, 'status') ?? '')?.[1];
  return kilobytes === undefined ? null : Number(kilobytes) / 1024;
}

function readProc(pid: number, file: string): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return undefined;
  }
}
