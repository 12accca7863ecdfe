import type { Rounds } from '../measure-rounds.js';

/** The figures of the servers of one database. */
export interface ServerFigures {
  readonly rounds: Rounds;
  /** What each of the rounds' keys is called. */
  readonly names: Readonly<Record<string, string>>;
  readonly starts: readonly StartFigures[];
  readonly memoryAfterLoad: number | null;
}

/** One round of cold starts. Milliseconds to the first answer, megabytes resident after it. */
export interface StartFigures {
  readonly bareMilliseconds: number;
  readonly hematMilliseconds: number;
  readonly bareMegabytes: number | null;
  readonly hematMegabytes: number | null;
}

/** One target of the performance page with what was measured. */
export interface TargetRow {
  readonly id: string;
  readonly what: string;
  /** What Hemat reached, with its unit. */
  readonly hemat: string;
  /** What it is held against, with its unit. */
  readonly beside: string;
  /** Median of the ratios of each round; `null` where nothing could be measured. */
  readonly ratio: number | null;
  /** The same ratio from the servers' own CPU time a request, which a busy machine distorts less; for throughput only. */
  readonly cpuRatio: number | null;
  readonly target: string;
  readonly isMet: boolean | null;
}
