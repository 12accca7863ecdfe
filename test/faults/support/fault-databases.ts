import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { inject } from 'vitest';
import { createDatabase } from '../../contract/support/postgres-server.js';
import { tempFolder } from '../../support/temp-folder.js';

/** A kind of database that faults happen to. */
export interface FaultDatabase {
  readonly name: 'SQLite' | 'PostgreSQL';
  /** Makes an empty one; its URL. */
  readonly create: () => Promise<string>;
  /** Waits until a process that was killed has no more hold of it. */
  readonly settle: (url: string) => Promise<void>;
}

/** Both of them. */
export const faultDatabases: readonly FaultDatabase[] = [
  {
    name: 'SQLite',
    create: async () => `sqlite:${join(tempFolder('faults'), 'hemat.db')}`,
    // The operating system has let go of its locks before a process is seen to have ended.
    settle: async () => {},
  },
  {
    name: 'PostgreSQL',
    create: () => createDatabase(inject('postgresUrl')),
    settle: settlePostgres,
  },
];

/** A server finishes what a killed client has sent, and only then ends its session. */
async function settlePostgres(url: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const others =
      'select 1 from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()';
    while ((await client.query(others)).rowCount !== 0) await pause(2);
  } finally {
    await client.end();
  }
}
