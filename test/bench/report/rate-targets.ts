import type { Measurement } from '../case.js';
import { median } from './median.js';
import type { Rounds } from '../measure-rounds.js';
import type { TargetRow } from './target-row.js';

interface Comparison {
  readonly id: string;
  readonly what: string;
  readonly hemat: string;
  /** The best of these in each round. */
  readonly beside: readonly string[];
  readonly of: 'requestsPerSecond' | 'p99';
  /** A throughput must reach this ratio, a latency must stay at or below it. */
  readonly limit: number;
  /** Where the machine has no core to spare, this ratio of CPU time is enough. */
  readonly cpuLimit?: number;
}

const comparisons: readonly Comparison[] = [
  rate('P1', 'validate, 5 lines, secret key', 'validate', ['bareValidate'], 0.8),
  rate('P1+', '… stretch', 'validate', ['bareValidate'], 1.2),
  rate('P2', 'public validate, CORS, limits', 'publicValidate', ['bareValidate'], 0.6),
  rate('P3', 'redeem distinct orders', 'redeem', ['bareRedeemEach'], 2.5),
  rate('P3+', '… stretch, beside group commit', 'redeem', ['bareRedeemGroup'], 0.6),
  rate('P4', 'lock, 5 lines, beside redeem', 'lock', ['redeem'], 0.8),
  rate('P5', 'one hot capped code, beside redeem', 'hotCode', ['redeem'], 0.8),
  latency('validate', 'bareValidate'),
  latency('publicValidate', 'bareValidate'),
  latency('redeem', 'bareRedeemEach'),
  latency('lock', 'bareRedeemEach'),
  rate('P6', 'PostgreSQL: validate', 'pgValidate', ['barePgValidate'], 0.7),
  rate('P6', 'PostgreSQL: redeem', 'pgRedeem', ['barePgRedeem'], 0.5),
  rate(
    'P5',
    'PostgreSQL: one hot capped code',
    'pgHotCode',
    ['barePgHot1', 'barePgHot4', 'barePgHot10'],
    0.7,
  ),
  { ...rate('P8', 'PostgreSQL: two replicas beside one', 'pgReplicas', ['pgValidate'], 1.6), cpuLimit: 0.9 },
];

/** Throughput and latency beside the bare servers: each round gives a ratio, the median of them counts. */
export function rateTargets(rounds: Rounds): TargetRow[] {
  return comparisons.flatMap(({ id, what, hemat, beside, of, limit, cpuLimit = Infinity }) => {
    const ours = rounds[hemat] ?? [];
    const theirs = bestOf(beside.map((key) => rounds[key] ?? []));
    if (ours.length === 0) return [];
    const ratio = median(ours.map((round, index) => round[of] / (theirs[index]?.[of] ?? NaN)));
    const isRate = of === 'requestsPerSecond';
    const cpuRatio = isRate ? cpuRatioOf(ours, theirs) : null;
    return {
      id,
      what,
      hemat: withUnit(ours, of),
      beside: withUnit(theirs, of),
      ratio,
      cpuRatio,
      target: `${isRate ? '≥' : '≤'} ${limit}${cpuLimit === Infinity ? '' : `, or ${cpuLimit} by CPU`}`,
      isMet: isRate ? ratio >= limit || (cpuRatio ?? 0) >= cpuLimit : ratio <= limit,
    };
  });
}

/** Round by round, whichever answered most. */
function bestOf(contestants: readonly (readonly Measurement[])[]): Measurement[] {
  const [first = []] = contestants;
  return first.map((one, round) =>
    contestants.reduce((best, measured) => {
      const other = measured[round];
      return other !== undefined && other.requestsPerSecond > best.requestsPerSecond ? other : best;
    }, one),
  );
}

function cpuRatioOf(ours: readonly Measurement[], theirs: readonly Measurement[]): number | null {
  const ratio = median(
    ours.map((round, index) => (theirs[index]?.cpuMicroseconds ?? NaN) / (round.cpuMicroseconds ?? NaN)),
  );
  return Number.isNaN(ratio) ? null : ratio;
}

function rate(id: string, what: string, hemat: string, beside: readonly string[], limit: number): Comparison {
  return { id, what, hemat, beside, of: 'requestsPerSecond', limit };
}

function latency(hemat: string, beside: string): Comparison {
  return { id: 'P9', what: `p99 of ${hemat}`, hemat, beside: [beside], of: 'p99', limit: 2.5 };
}

function withUnit(rounds: readonly Measurement[], of: 'requestsPerSecond' | 'p99'): string {
  const value = median(rounds.map((round) => round[of]));
  return of === 'p99' ? `${value.toFixed(1)} ms` : `${Math.round(value)}/s`;
}
