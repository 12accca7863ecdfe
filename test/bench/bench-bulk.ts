import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { root } from '../support/temp-folder.js';
import type { TargetRow } from './report/target-row.js';

const run = promisify(execFile);

/** 100,000 one-time codes generated and 100,000 rows imported on SQLite, each in a process of its own. */
export async function benchBulk(): Promise<TargetRow[]> {
  // The shapes are what these scripts print.
  const made = (await runScript('generate')) as { seconds: number; memoryMb: Memory };
  const read = (await runScript('import')) as { imported: { seconds: number }; importMemory: Memory };
  return [
    row('100,000 one-time codes generated', made.seconds, made.memoryMb),
    row('100,000 rows imported', read.imported.seconds, read.importMemory),
  ];
}

interface Memory {
  readonly before: number;
  readonly highest: number;
}

async function runScript(name: string): Promise<unknown> {
  const file = fileURLToPath(new URL(`./bulk/${name}.ts`, import.meta.url));
  const flags = ['--expose-gc', '--conditions=hemat-source', '--import', 'tsx'];
  const { stdout } = await run(process.execPath, [...flags, file], { cwd: root });
  return JSON.parse(stdout);
}

function row(what: string, seconds: number, { before, highest }: Memory): TargetRow {
  return {
    id: 'P11',
    what,
    hemat: `${seconds.toFixed(1)} s, ${before} → ${highest} MB`,
    beside: '',
    ratio: null,
    cpuRatio: null,
    target: '≤ 10 s, flat',
    isMet: seconds <= 10 && highest <= before * 1.5,
  };
}
