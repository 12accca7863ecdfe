import { median } from './median.js';
import type { ServerFigures, TargetRow } from './target-row.js';

/** Cold start beside bare Hono, and what the service holds in memory after start and after the load. */
export function startTargets({ starts, memoryAfterLoad }: ServerFigures): TargetRow[] {
  const ours = median(starts.map((start) => start.hematMilliseconds));
  const theirs = median(starts.map((start) => start.bareMilliseconds));
  const ratio = median(starts.map((start) => start.hematMilliseconds / start.bareMilliseconds));
  const afterStart = medianOrNull(starts.map((start) => start.hematMegabytes));
  const bare = medianOrNull(starts.map((start) => start.bareMegabytes));
  return [
    {
      id: 'P10',
      what: 'cold start to the first answer',
      hemat: `${ours.toFixed(0)} ms`,
      beside: `${theirs.toFixed(0)} ms`,
      ratio,
      cpuRatio: null,
      target: '≤ 2.5',
      isMet: ratio <= 2.5,
    },
    memory('memory after start', afterStart, bare, 130),
    memory('memory after load', memoryAfterLoad, null, 250),
  ];
}

function memory(what: string, megabytes: number | null, bare: number | null, limit: number): TargetRow {
  return {
    id: 'P10',
    what,
    hemat: withUnit(megabytes),
    beside: withUnit(bare),
    ratio: megabytes === null || bare === null ? null : megabytes / bare,
    cpuRatio: null,
    target: `≤ ${limit} MB`,
    isMet: megabytes === null ? null : megabytes <= limit,
  };
}

function withUnit(megabytes: number | null): string {
  return megabytes === null ? '' : `${megabytes.toFixed(0)} MB`;
}

function medianOrNull(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : median(known);
}
