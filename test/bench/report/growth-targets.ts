import type { PageFigures } from '../growth/measure-pages.js';
import type { Rounds } from '../measure-rounds.js';
import { median } from './median.js';
import type { TargetRow } from './target-row.js';

/** The medians of a grown shop beside those of a small one, and each of its pages against 100 ms at p95. */
export function growthTargets(rounds: Rounds, pages: readonly PageFigures[]): TargetRow[] {
  return [
    beside(rounds, 'validate', ['grownValidate', 'smallValidate']),
    beside(rounds, 'redeem', ['grownRedeem', 'smallRedeem']),
    ...pages.map(pageTarget),
  ];
}

function beside(rounds: Rounds, what: string, [grown, small]: readonly [string, string]): TargetRow {
  const ours = rounds[grown] ?? [];
  const theirs = rounds[small] ?? [];
  const ratioOf = (of: 'p50' | 'cpuMicroseconds', [one, other]: readonly [typeof ours, typeof ours]) =>
    median(one.map((round, index) => (round[of] ?? NaN) / (other[index]?.[of] ?? NaN)));
  const ratio = ratioOf('p50', [ours, theirs]);
  const cpuRatio = ratioOf('cpuMicroseconds', [theirs, ours]);
  const middle = (of: typeof ours) => `${median(of.map(({ p50 }) => p50)).toFixed(1)} ms`;
  return {
    id: 'P7',
    what: `median of ${what}, grown beside 1,000 codes`,
    hemat: middle(ours),
    beside: middle(theirs),
    ratio,
    cpuRatio: Number.isNaN(cpuRatio) ? null : cpuRatio,
    target: '≤ 1.3',
    isMet: ratio <= 1.3,
  };
}

function pageTarget({ name, p95 }: PageFigures): TargetRow {
  return {
    id: 'P7',
    what: `p95 of ${name}`,
    hemat: `${p95.toFixed(1)} ms`,
    beside: '',
    ratio: null,
    cpuRatio: null,
    target: '≤ 100 ms',
    isMet: p95 <= 100,
  };
}
