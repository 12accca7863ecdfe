import { existsSync } from 'node:fs';
import { defineCommand } from 'citty';
import { secretFileOf } from '../../config/secret-file.js';
import { copyDatabase, type CopyResult } from '../../services/copy-database.js';
import { openStorage } from '../../storage/open-storage.js';
import type { Storage } from '../../storage/storage.js';
import { CliError } from '../cli-error.js';
import { print, printJson } from '../print.js';

type Copied = Extract<CopyResult, { readonly tables: readonly object[] }>;

/** `hemat copy`: moves everything into an empty database and compares both; exits 1 where anything differs. */
export const copy = defineCommand({
  meta: {
    name: 'copy',
    description:
      'Copy everything into an empty database, such as from SQLite to PostgreSQL; neither may be served',
  },
  args: {
    from: { type: 'string', required: true, description: 'sqlite:<path> or postgres://…' },
    to: { type: 'string', required: true, description: 'The same; its schema is made where it is missing' },
    json: { type: 'boolean', description: 'Print one line of JSON and nothing else' },
  },
  run: async ({ args }) => {
    const result = await copyBetween(args.from, args.to);
    refuse(result);
    if (args.json) printJson(result);
    else report(result, args.from);
    if (result.kind === 'differs') process.exitCode = 1;
  },
});

async function copyBetween(fromUrl: string, toUrl: string): Promise<CopyResult> {
  for (const url of [fromUrl, toUrl]) {
    if (!/^(sqlite:.+|postgres(ql)?:\/\/.+)$/.test(url))
      throw new CliError('--from and --to take sqlite:<path> or postgres://…');
  }
  if (fromUrl.startsWith('sqlite:') && !existsSync(fromUrl.slice('sqlite:'.length)))
    throw new CliError('There is no database at --from.');
  return withStorage(fromUrl, async (from) => {
    if (!(await from.isReady()))
      throw new CliError(
        'The database at --from is empty or behind this version: run `hemat migrate` on it first.',
      );
    return withStorage(toUrl, async (to) => {
      await to.migrate();
      return copyDatabase(from, to);
    });
  });
}

async function withStorage<Result>(
  url: string,
  work: (storage: Storage) => Promise<Result>,
): Promise<Result> {
  const storage = await openStorage(url);
  try {
    return await work(storage);
  } finally {
    await storage.close();
  }
}

function refuse(result: CopyResult): asserts result is Copied {
  switch (result.kind) {
    case 'target-filled':
      throw new CliError(
        `The database at --to is not empty: ${result.table} holds rows. Nothing was copied.`,
      );
    case 'source-unknown':
      throw new CliError(
        `The database at --from has tables that this version does not know: ${result.tables.join(', ')}. Nothing was copied.`,
      );
    case 'source-drifts':
      throw new CliError(
        `In the database at --from ${result.counters} counters differ from the ledger: run \`hemat audit --repair\` on it first. Nothing was copied.`,
      );
  }
}

function report({ kind, tables, drift }: Copied, from: string): void {
  const width = Math.max(...tables.map(({ table }) => table.length));
  const line = (name: string, ...cells: readonly (string | number)[]) =>
    [name.padEnd(width), ...cells.map((cell) => String(cell).padStart(9))].join('  ');
  print(line('table', 'from', 'to'));
  for (const { table, rows, isEqual } of tables)
    print(line(table, rows.from, rows.to) + (isEqual ? '' : '   differs'));
  print(line('counters that drift', drift.from, drift.to));
  if (kind === 'differs') return print('', 'The copy differs and was taken back: --to is empty as before.');
  print('', 'Every row has arrived with every value.');
  const secret = from.startsWith('sqlite:') ? secretFileOf(from.slice('sqlite:'.length)) : null;
  if (secret !== null && existsSync(secret))
    print(`The secret moves with it: set HEMAT_SECRET to what ${secret} holds, on every replica.`);
}
