import { join } from 'node:path';
import { inject } from 'vitest';
import { openStorage } from '../../../server/src/storage/open-storage.js';
import type { Storage } from '../../../server/src/storage/storage.js';
import { createDatabase } from './postgres-server.js';
import { tempFolder } from '../../support/temp-folder.js';

/** A database that the contract suite runs on. */
export interface TestDatabase {
  readonly name: string;
  /** A fresh, migrated database; `close` on what is answered ends it. */
  readonly open: () => Promise<Storage>;
}

/** Every database the service supports; each contract test runs on each. */
export const databases: readonly TestDatabase[] = [
  {
    name: 'SQLite',
    open: async () => {
      const storage = await openStorage(`sqlite:${join(tempFolder('contract'), 'hemat.db')}`);
      await storage.migrate();
      return storage;
    },
  },
  {
    name: 'PostgreSQL',
    open: async () => {
      const storage = await openStorage(await createDatabase(inject('postgresUrl')));
      await storage.migrate();
      return storage;
    },
  },
];
