import { isLongRun } from '../../support/is-long-run.js';

/** How often each fault happens: in every run, and in the long one. */
const table = {
  /** Processes killed at a random instant, half of them on each database. */
  killsAtRandom: [100, 2_000],
  /** Processes killed at each named point, on each database. */
  killsPerPoint: [5, 20],
  /** Whole services killed while clients redeem over HTTP. */
  servicesKilled: [5, 100],
  /** Disks rebuilt from a trace with writes left out. */
  powerLossImages: [100, 5_000],
  /** Disks filled and freed under load. */
  fullDisks: [3, 20],
  /** PostgreSQL servers ended at once and started again under load. */
  immediateRestarts: [10, 100],
  /** Answers dropped between service and client, and as many between database and service. */
  droppedReplies: [40, 1_000],
  /** Replicas stopped in the middle of a write and continued. */
  stoppedReplicas: [5, 50],
  /** Backups taken under load and restored. */
  backups: [3, 20],
  /** Services told to stop under load, on each database. */
  stops: [2, 20],
} as const satisfies Record<string, readonly [number, number]>;

/** The column of `table` that this run takes. */
export const counts = Object.fromEntries(
  Object.entries(table).map(([fault, [everyRun, longRun]]) => [fault, isLongRun ? longRun : everyRun]),
  // The names are the table's own.
) as Readonly<Record<keyof typeof table, number>>;

/** The longest one test of a fault may take, ms. */
export const patience = isLongRun ? 3 * 60 * 60_000 : 300_000;
