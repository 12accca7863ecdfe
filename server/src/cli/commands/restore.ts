import { copyFileSync, existsSync } from 'node:fs';
import { defineCommand } from 'citty';
import { secretFileOf } from '../../config/secret-file.js';
import { restoreSqlite, type RestoreFault } from '../../storage/sqlite/restore-sqlite.js';
import { CliError } from '../cli-error.js';
import { loadConfig, sqlitePathOf } from '../open-service.js';
import { print } from '../print.js';

const sentences: Readonly<Record<RestoreFault, string>> = {
  NO_SUCH_FILE: 'There is no file at that path.',
  NOT_A_BACKUP: 'That file is damaged or no database of Hemat; nothing was changed.',
  DATABASE_EXISTS: 'There is a database already. Add --force to replace it.',
};

/** `hemat restore`: puts a copy in the place of the SQLite database while no server has it. */
export const restore = defineCommand({
  meta: {
    name: 'restore',
    description: 'Put a copy in the place of the SQLite database, while no server runs',
  },
  args: {
    path: { type: 'positional', required: true, description: 'A file that `hemat backup` wrote' },
    force: { type: 'boolean', description: 'Replace the database there is' },
  },
  run: ({ args }) => {
    const path = sqlitePathOf(loadConfig());
    if (path === null) throw new CliError('PostgreSQL has its own tools for this: pg_restore.');
    const fault = restoreSqlite(args.path, path, { overwrite: args.force === true });
    if (fault !== null) throw new CliError(sentences[fault]);
    const secret = secretFileOf(args.path);
    if (existsSync(secret)) copyFileSync(secret, secretFileOf(path));
    print('Restored. `hemat audit` checks its counters.');
  },
});
