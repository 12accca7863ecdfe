import { parseArgs } from 'node:util';

/** How long and how often to measure. */
export interface BenchOptions {
  /** Under two minutes: three short rounds. */
  readonly quick: boolean;
  /** A B A B …; at least 3. */
  readonly rounds: number;
  /** Of each measurement. */
  readonly seconds: number;
  /** Of each case before its first measurement, so that its code is compiled. */
  readonly warmUpSeconds: number;
}

/** Reads `--quick`, `--rounds N` (default 5, quick 3) and `--seconds N` (default 5, quick 2). */
export function readOptions(): BenchOptions {
  const { values } = parseArgs({
    options: {
      quick: { type: 'boolean', default: false },
      rounds: { type: 'string' },
      seconds: { type: 'string' },
    },
  });
  const { quick } = values;
  const rounds = Number(values.rounds ?? (quick ? 3 : 5));
  const seconds = Number(values.seconds ?? (quick ? 2 : 5));
  if (!(Number.isInteger(rounds) && rounds >= 3))
    throw new Error('--rounds is a whole number of at least 3.');
  if (!(Number.isInteger(seconds) && seconds >= 1))
    throw new Error('--seconds is a whole number of at least 1.');
  return { quick, rounds, seconds, warmUpSeconds: quick ? 2 : 6 };
}
