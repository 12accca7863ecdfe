/** Something the person at the command line can put right; its message says what. */
export class CliError extends Error {
  override readonly name = 'CliError';
}
