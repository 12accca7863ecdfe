import { join } from 'node:path';
import { inject } from 'vitest';
import { createDatabase } from '../contract/support/postgres-server.js';
import { tempFolder } from './temp-folder.js';

declare module 'vitest' {
  interface ProvidedContext {
    /** The PostgreSQL server that all files of a project share. */
    readonly postgresUrl: string;
    /** What the project's service runs on. */
    readonly database: 'sqlite' | 'postgres';
  }
}

/** A new, empty database of the kind that the running project tests on; its URL. */
export async function freshDatabase(name: string): Promise<string> {
  return inject('database') === 'postgres'
    ? createDatabase(inject('postgresUrl'))
    : `sqlite:${join(tempFolder(name), 'hemat.db')}`;
}
