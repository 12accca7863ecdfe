import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { defineCommand } from 'citty';
import { importDiscountCodesQuery } from '@hemat/shared/schemas';
import { foreignSystems, readAnswers, type ForeignSystem } from '../../files/answers/read-answers.js';
import { readCodes } from '../../files/read-codes.js';
import type { FileRow } from '../../services/import/file-row.js';
import { importDiscountCodes } from '../../services/import/import-discount-codes.js';
import { CliError } from '../cli-error.js';
import { callFor } from '../make-workspace.js';
import { withService } from '../open-service.js';
import { parseInput } from '../parse-input.js';
import { print, printJson } from '../print.js';
import { takeOutcome } from '../take-outcome.js';

/** `hemat import FILE`: makes the codes of a file as the API does; exits 1 where a row is faulty. */
export const importCommand = defineCommand({
  meta: { name: 'import', description: 'Make the codes of a CSV or NDJSON file, all or none' },
  args: {
    file: { type: 'positional', required: true, description: 'A .csv, .ndjson or .jsonl file' },
    workspace: { type: 'string', required: true, description: 'Slug or id' },
    'on-error': { type: 'string', default: 'fail', description: 'fail, or skip to leave faulty rows out' },
    from: {
      type: 'string',
      description: `Whose saved API answers the file holds: ${foreignSystems.join(', ')}; their counters come along`,
    },
    'dry-run': { type: 'boolean', description: 'Only check the file' },
    json: { type: 'boolean', description: 'Print one line of JSON and nothing else' },
  },
  run: async ({ args }) => {
    const query = parseInput(importDiscountCodesQuery, {
      onError: args['on-error'],
      dryRun: String(args['dry-run'] === true),
    });
    await requireFile(args.file);
    const file = await openFile(args.file, args.from);
    const report = await withService({}, async (deps) => {
      return takeOutcome(await importDiscountCodes(await callFor(deps, args.workspace), { ...query, file }));
    });
    if (args.json) printJson(report);
    else {
      for (const { row, field, message } of report.faults) print(`row ${row}: ${field} ${message}`);
      const { rows, created, unchanged, faulty } = report;
      const made = report.dryRun ? 'would be new' : 'new';
      print(`${rows} rows: ${created} ${made}, ${unchanged} unchanged, ${faulty} faulty`);
    }
    if (report.faulty > 0) process.exitCode = 1;
  },
});

/** The codes of a file of our own, or of another system's answers. */
async function openFile(path: string, from: string | undefined): Promise<AsyncIterable<FileRow>> {
  if (from !== undefined) {
    if (!isForeign(from)) throw new CliError(`--from is one of ${foreignSystems.join(', ')}.`);
    const rows = readAnswers(await readFile(path, 'utf8'), from);
    if (rows.length === 0) {
      throw new CliError(`No code is in it. Save what the list and detail calls of ${from} answer.`);
    }
    return Readable.from(rows);
  }
  return readCodes(createReadStream(path), /\.(ndjson|jsonl)$/i.test(path) ? 'ndjson' : 'csv');
}

function isForeign(name: string): name is ForeignSystem {
  return (foreignSystems as readonly string[]).includes(name);
}

async function requireFile(path: string): Promise<void> {
  const found = await stat(path).catch(() => null);
  if (found?.isFile() !== true) throw new CliError('There is no such file.');
}
