import type { TestProject } from 'vitest/node';
import { startPostgres } from '../contract/support/postgres-server.js';

/** Starts the one PostgreSQL server of a project, before its first file, and ends it after the last. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startPostgres();
  // The server's package ends an idle process with 0, whatever the tests have said: what they said comes first.
  process.prependListener('beforeExit', () => process.exit());
  project.provide('postgresUrl', server.url);
  return server.stop;
}
