import type { CommandDef } from 'citty';

/** The command that the first words name, what it hangs under, and how many words that took. */
export interface FoundCommand {
  readonly command: CommandDef;
  readonly parent?: CommandDef;
  readonly words: number;
}

/** Walks down the sub-commands as far as the words go. */
export async function findCommand(root: CommandDef, args: readonly string[]): Promise<FoundCommand> {
  let found: FoundCommand = { command: root, words: 0 };
  for (const word of args) {
    // Ours are plain objects; citty also allows functions and promises.
    const subCommands = found.command.subCommands as Readonly<Record<string, CommandDef>> | undefined;
    const next = subCommands?.[word];
    if (next === undefined) break;
    found = { command: next, parent: found.command, words: found.words + 1 };
  }
  return found;
}
