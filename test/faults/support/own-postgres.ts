import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '../../contract/support/start-embedded-postgres.js';
import { until } from './until.js';

/** A PostgreSQL server that may be ended. */
export interface OwnPostgres {
  /** Of its one database. */
  readonly url: string;
  /** Ends every process of it at once, as a crash would (`pg_ctl stop -m immediate`), and starts it again. */
  readonly restartAtOnce: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** Starts a server of the test's own, also where another one is given for tests. */
export async function startOwnPostgres(): Promise<OwnPostgres> {
  const { server, folder, url, stop } = await startEmbeddedPostgres();
  return {
    url,
    restartAtOnce: async () => {
      const pid = Number(readFileSync(join(folder, 'postmaster.pid'), 'utf8').split('\n')[0]);
      process.kill(pid, 'SIGQUIT');
      await until('the server has ended', () => !isAlive(pid));
      await server.start();
    },
    stop,
  };
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
