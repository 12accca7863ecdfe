import { Client } from 'pg';
import { startEmbeddedPostgres } from './start-embedded-postgres.js';

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
  const { url, stop } = await startEmbeddedPostgres(['-c', 'max_connections=200']);
  return { url, createDatabase: () => createDatabase(url), stop };
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
