import { join } from 'node:path';
import { inject } from 'vitest';
import { createDatabase } from '../contract/support/postgres-server.js';
import { tempFolder } from './temp-folder.js';

declare module 'vitest' {
  interface ProvidedContext {
    /** The PostgreSQL server of a project whose tests run on one. */
    readonly postgresUrl: string | undefined;
  }
}

/** A new, empty database of the kind that the running project tests on; its URL. */
export async function freshDatabase(name: string): Promise<string> {
  const server = inject('postgresUrl');
  return server === undefined ? `sqlite:${join(tempFolder(name), 'hemat.db')}` : createDatabase(server);
}
