import type { Measurement } from '../case.js';
import type { Rounds } from '../measure-rounds.js';
import { median } from './median.js';
import { printTable } from './print-table.js';
import type { TargetRow } from './target-row.js';

/** Prints what each contest measured. */
export function printRounds(rounds: Rounds, names: Readonly<Record<string, string>>): void {
  console.log();
  printTable(
    ['measured', 'requests', 'p50', 'p99', 'CPU a request', 'generator'],
    Object.entries(rounds).map(([key, measured]) => describe(names[key] ?? key, measured)),
  );
}

/** Prints how the targets stand. */
export function printTargets(targets: readonly TargetRow[]): void {
  console.log();
  printTable(
    ['', 'target', 'Hemat', 'beside', 'ratio', 'by CPU', 'wanted', ''],
    targets.map(({ id, what, hemat, beside, ratio, cpuRatio, target, isMet }) => [
      id,
      what,
      hemat,
      beside,
      ratio?.toFixed(2) ?? '',
      cpuRatio?.toFixed(2) ?? '',
      target,
      isMet === null ? '' : isMet ? 'met' : 'missed',
    ]),
  );
}

function describe(name: string, measured: readonly Measurement[]): string[] {
  const middle = (of: (round: Measurement) => number) => median(measured.map(of));
  const generator = middle((round) => round.generatorCpu);
  return [
    name,
    `${Math.round(middle((round) => round.requestsPerSecond))}/s`,
    `${middle((round) => round.p50).toFixed(1)} ms`,
    `${middle((round) => round.p99).toFixed(1)} ms`,
    measured.some((round) => round.cpuMicroseconds === null)
      ? ''
      : `${middle((round) => round.cpuMicroseconds ?? 0).toFixed(0)} µs`,
    `${Math.round(generator * 100)} %${generator > 0.9 ? ' (the generator is the limit)' : ''}`,
  ];
}
