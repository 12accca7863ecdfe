import { ceilingCases, startCeiling } from './ceiling/ceiling-cases.js';
import { auditHemat, hematCases, prepareHemat, startHemat } from './hemat-cases.js';
import { residentMegabytes } from './machine.js';
import { contestOf, measureRounds, type Contest } from './measure-rounds.js';
import { measureStarts } from './measure-starts.js';
import type { BenchOptions } from './options.js';
import type { ServerFigures } from './report/target-row.js';

/** The bare servers and Hemat on SQLite in turn, and what starting costs. */
export async function benchSqlite(
  built: string,
  data: string,
  options: BenchOptions,
): Promise<ServerFigures> {
  const home = await prepareHemat(data);
  const starts = await measureStarts(
    3,
    () => startCeiling(built, 'hello', data),
    () => startHemat(home, data),
  );
  const hemat = await startHemat(home, data);
  const cases = { ...(await ceilingCases(built, data)), ...(await hematCases(home, hemat)) };
  const contests: Record<string, Contest> = Object.fromEntries(
    Object.entries(cases).map(([key, asked]) => [key, contestOf(asked)]),
  );
  const rounds = await measureRounds(contests, options);
  const memoryAfterLoad = residentMegabytes(hemat.pid);
  for (const server of new Set(Object.values(cases).map((asked) => asked.server))) await server.stop();
  await auditHemat(home);
  return { rounds, names: namesOf(contests), starts, memoryAfterLoad };
}

/** The name of each contest by its key. */
export function namesOf(contests: Readonly<Record<string, Contest>>): Record<string, string> {
  return Object.fromEntries(Object.entries(contests).map(([key, { name }]) => [key, name]));
}
