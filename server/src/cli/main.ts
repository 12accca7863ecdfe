import { defineCommand, runCommand, showUsage } from 'citty';
import { audit } from './commands/audit.js';
import { backup } from './commands/backup.js';
import { copy } from './commands/copy.js';
import { exportCommand } from './commands/export.js';
import { importCommand } from './commands/import.js';
import { init } from './commands/init.js';
import { key } from './commands/key.js';
import { member } from './commands/member.js';
import { migrate } from './commands/migrate.js';
import { restore } from './commands/restore.js';
import { serve } from './commands/serve.js';
import { workspace } from './commands/workspace.js';
import { CliError } from './cli-error.js';
import { describeFailure } from './describe-failure.js';
import { findCommand } from './find-command.js';
import { findUnknownOption } from './find-unknown-option.js';

const hemat = defineCommand({
  meta: {
    name: 'hemat',
    description: 'Discount codes: the service and its ledger. Settings are HEMAT_* variables or a .env file.',
  },
  subCommands: {
    init,
    serve,
    migrate,
    workspace,
    member,
    key,
    import: importCommand,
    export: exportCommand,
    audit,
    backup,
    restore,
    copy,
  },
});

const args = process.argv.slice(2);
const { command, parent, words } = await findCommand(hemat, args);
if (args.includes('--help') || args.includes('-h')) {
  await showUsage(command, parent);
} else if (command.subCommands !== undefined) {
  await showUsage(command, parent);
  const unknown = args.length > words;
  if (unknown) process.stderr.write(`There is no such command. The ones above are all there are.\n`);
  process.exitCode = unknown ? 2 : 0;
} else {
  try {
    const unknown = findUnknownOption(command, args);
    if (unknown !== undefined)
      throw new CliError(`There is no option ${unknown}. --help lists those there are.`);
    await runCommand(hemat, { rawArgs: args });
  } catch (error) {
    process.stderr.write(`${describeFailure(error)}\n`);
    process.exitCode = 1;
  }
}
