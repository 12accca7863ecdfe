import { DatabaseInUseError } from '../storage/database-in-use-error.js';
import { UnavailableError } from '../storage/unavailable-error.js';
import { CliError } from './cli-error.js';

/** What a failed command says on standard error: a sentence for what can be put right, the whole stack for a bug. */
export function describeFailure(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  // citty's own complaints about arguments are sentences.
  const isPlain =
    error instanceof CliError ||
    error instanceof DatabaseInUseError ||
    error instanceof UnavailableError ||
    error.name === 'CLIError' ||
    ('code' in error && typeof error.code === 'string');
  return isPlain ? error.message : (error.stack ?? error.message);
}
