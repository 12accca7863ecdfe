import { setTimeout as pause } from 'node:timers/promises';
import { auditHemat, hematCases, prepareHemat, startHemat } from './hemat-cases.js';
import { residentMegabytes } from './machine.js';
import { measureCase } from './measure-case.js';
import type { TargetRow } from './report/target-row.js';

const sampleMs = 2_000;

/** Minutes of validate, redeem and lock in turn beside which the memory is watched: the second half may not be above the first. */
export async function benchSteady(data: string, minutes: number): Promise<TargetRow[]> {
  const home = await prepareHemat(data);
  const server = await startHemat(home, data);
  const { validate, publicValidate, redeem, lock } = await hematCases(home, server);
  const samples: number[] = [];
  const watch = new AbortController();
  const watching = sample(server.pid, samples, watch.signal);
  const until = performance.now() + minutes * 60_000;
  while (performance.now() < until) {
    for (const asked of [validate, publicValidate, redeem, lock]) await measureCase(asked, 5);
  }
  watch.abort();
  await watching;
  await server.stop();
  await auditHemat(home);
  return [flatness(minutes, samples)];
}

async function sample(pid: number, samples: number[], signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    samples.push(residentMegabytes(pid) ?? NaN);
    await pause(sampleMs, undefined, { signal }).catch(() => undefined);
  }
}

/** The first fifth is left out: there the code is compiled and the heap finds its size. */
function flatness(minutes: number, samples: readonly number[]): TargetRow {
  const kept = samples.slice(Math.floor(samples.length / 5));
  const half = Math.floor(kept.length / 2);
  const [first, second] = [kept.slice(0, half), kept.slice(half)].map((part) => Math.max(...part));
  const isKnown = first !== undefined && second !== undefined && !Number.isNaN(first + second);
  return {
    id: 'P10',
    what: `memory over ${minutes} minutes of load, highest of each half`,
    hemat: isKnown ? `${first.toFixed(0)} → ${second.toFixed(0)} MB` : '',
    beside: '',
    ratio: isKnown ? second / first : null,
    cpuRatio: null,
    target: '≤ 1.1, ≤ 250 MB',
    isMet: isKnown ? second <= first * 1.1 && second <= 250 : null,
  };
}
