import { constants, copyFileSync, existsSync } from 'node:fs';
import { defineCommand } from 'citty';
import { secretFileOf } from '../../config/secret-file.js';
import { CliError } from '../cli-error.js';
import { sqlitePathOf, withService } from '../open-service.js';
import { print } from '../print.js';

/** `hemat backup`: a consistent copy of a SQLite database and of its secret, also while the service runs. */
export const backup = defineCommand({
  meta: { name: 'backup', description: 'Copy a SQLite database and its secret, also while the service runs' },
  args: { path: { type: 'positional', required: true, description: 'Where to; must not exist' } },
  run: async ({ args }) => {
    if (existsSync(args.path))
      throw new CliError('There is a file at that path already; nothing was written.');
    await withService({}, async (deps, config) => {
      const database = sqlitePathOf(config);
      if (database === null)
        throw new CliError('PostgreSQL has its own tools for this: pg_dump or pg_basebackup.');
      await deps.storage.backup(args.path);
      const secret = secretFileOf(database);
      if (existsSync(secret)) copyFileSync(secret, secretFileOf(args.path), constants.COPYFILE_EXCL);
    });
    print('The copy is complete. Keep its .secret file with it: signed keys and quotes need it.');
  },
});
