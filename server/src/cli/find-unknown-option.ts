import type { CommandDef } from 'citty';

/** The first option on a command line that its command does not have; citty would let it pass. */
export function findUnknownOption(command: CommandDef, args: readonly string[]): string | undefined {
  // Ours are plain objects; citty also allows functions and promises.
  const known = new Set(Object.keys((command.args ?? {}) as Readonly<Record<string, unknown>>));
  return args
    .filter((arg) => arg.startsWith('--') && arg !== '--')
    .map((arg) => arg.split('=', 1)[0] ?? arg)
    .find((option) => !known.has(option.slice(2)));
}
