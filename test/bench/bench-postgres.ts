import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { startPostgres } from '../contract/support/postgres-server.js';
import { namesOf } from './bench-sqlite.js';
import { postgresCeilingCases } from './ceiling/postgres-ceiling-cases.js';
import { auditHemat, hematCases, prepareHemat, startHemat } from './hemat-cases.js';
import { cores } from './machine.js';
import { contestOf, contestOfReplicas, measureRounds, type Contest } from './measure-rounds.js';
import type { BenchOptions } from './options.js';
import type { ServerFigures } from './report/target-row.js';

/** The bare servers, one Hemat and two of them on one PostgreSQL in turn. */
export async function benchPostgres(
  built: string,
  data: string,
  options: BenchOptions,
): Promise<Pick<ServerFigures, 'rounds' | 'names'>> {
  const postgres = await startPostgres();
  try {
    const folder = join(data, 'postgres');
    mkdirSync(folder);
    const bare = await postgresCeilingCases(built, await postgres.createDatabase());
    const home = await prepareHemat(folder, await postgres.createDatabase());
    const first = await startHemat(home, folder);
    const second = await startHemat(home, folder, cores.load);
    const { validate, redeem, hotCode } = await hematCases(home, first);
    const contests: Record<string, Contest> = {
      ...Object.fromEntries(Object.entries(bare).map(([key, asked]) => [key, contestOf(asked)])),
      pgValidate: named('PostgreSQL: validate', contestOf(validate)),
      pgRedeem: named('PostgreSQL: redeem', contestOf(redeem)),
      pgHotCode: named('PostgreSQL: redeem of one hot capped code', contestOf(hotCode)),
      pgReplicas: contestOfReplicas('PostgreSQL: validate on two replicas', [
        validate,
        { ...validate, server: second },
      ]),
    };
    const rounds = await measureRounds(contests, options);
    const servers = new Set([first, second, ...Object.values(bare).map((asked) => asked.server)]);
    for (const server of servers) await server.stop();
    await auditHemat(home);
    return { rounds, names: namesOf(contests) };
  } finally {
    await postgres.stop();
  }
}

function named(name: string, contest: Contest): Contest {
  return { ...contest, name };
}
