import { parseArgs } from 'node:util';

/** What to measure, how long and how often. */
export interface BenchOptions {
  /** SQLite alone, three short rounds: under two minutes. */
  readonly quick: boolean;
  /** Instead of the servers: what a shop of a million codes and five million redemptions changes. */
  readonly growth: boolean;
  /** Instead of the servers: minutes of load beside which the memory is watched; `null` leaves it out. */
  readonly steadyMinutes: number | null;
  /** A B A B …; at least 3. */
  readonly rounds: number;
  /** Of each measurement. */
  readonly seconds: number;
  /** Of each case before its first measurement, so that its code is compiled. */
  readonly warmUpSeconds: number;
  /** Of the grown shop. */
  readonly codes: number;
  /** Of the grown shop. */
  readonly redemptions: number;
}

/**
 * Reads `--quick`, `--growth` (with `--codes N`, `--redemptions N`), `--steady [MINUTES]`, `--rounds N` (default 5, quick 3) and
 * `--seconds N` (default 5, quick 2).
 */
export function readOptions(): BenchOptions {
  const { values } = parseArgs({
    options: {
      quick: { type: 'boolean', default: false },
      growth: { type: 'boolean', default: false },
      steady: { type: 'string' },
      rounds: { type: 'string' },
      seconds: { type: 'string' },
      codes: { type: 'string', default: '1000000' },
      redemptions: { type: 'string', default: '5000000' },
    },
  });
  const { quick, growth, steady } = values;
  return {
    quick,
    growth,
    steadyMinutes: steady === undefined ? null : readCount('steady', steady, 1),
    rounds: readCount('rounds', values.rounds ?? (quick || growth ? '3' : '5'), 3),
    seconds: readCount('seconds', values.seconds ?? (quick ? '2' : '5'), 1),
    warmUpSeconds: quick ? 2 : 6,
    codes: readCount('codes', values.codes, 1000),
    redemptions: readCount('redemptions', values.redemptions, 1000),
  };
}

function readCount(name: string, text: string, least: number): number {
  const count = Number(text);
  if (!(Number.isInteger(count) && count >= least)) {
    throw new Error(`--${name} is a whole number of at least ${least}.`);
  }
  return count;
}
