import { pipeline, Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import type { Fault } from '../services/refuse-invalid.js';
import { readCell } from './cells.js';
import { codeColumns, type CodeColumn } from './columns.js';
import type { RawRow } from './raw-row.js';

/** A row may be this long, characters. */
const longestRow = 64 * 1024;

/**
 * The rows of a CSV file of codes, one after the other: its first row names the fields, in any order, between commas, semicolons
 * or tabs. What cannot be read as CSV ends the file with a fault. Source: RFC 4180.
 */
export async function* readCsv(text: Iterable<string> | AsyncIterable<string>): AsyncGenerator<RawRow> {
  const { first, rest } = await takeFirstLine(text);
  const parser = parse({
    bom: true,
    delimiter: delimiterOf(first),
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: longestRow,
  });
  // What goes wrong with either ends the parser, and is thrown where it is read.
  pipeline(Readable.from(rest), parser, () => {});
  let columns: readonly string[] | null = null;
  let row = 0;
  try {
    // Without options that name columns, every record is a list of its cells.
    for await (const cells of parser as AsyncIterable<string[]>) {
      row += 1;
      if (columns === null) {
        columns = cells.map((name) => name.trim());
        const faults = headerFaults(columns);
        if (faults.length > 0) return yield { row, faults };
      } else yield readRow(row, cells, columns);
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    // What it had read already may not have come this far.
    const read = Number(error['records'] ?? row);
    yield { row: read + 1, faults: [{ path: [], code: 'invalid_csv', message: 'is not CSV from here on' }] };
  }
}

function readRow(row: number, cells: readonly string[], columns: readonly string[]): RawRow {
  if (cells.slice(columns.length).some((cell) => cell !== '')) {
    return { row, faults: [{ path: [], code: 'too_many_cells', message: 'has more cells than the header' }] };
  }
  const input: Record<string, unknown> = {};
  for (const [place, name] of columns.entries()) {
    // The header has no other names.
    const value = readCell(cells[place] ?? '', codeColumns[name as CodeColumn]);
    if (value !== null) input[name] = value;
  }
  return { row, input };
}

function headerFaults(columns: readonly string[]): Fault[] {
  const fault = (name: string, message: string): Fault => ({ path: [name], code: 'custom', message });
  return [
    ...columns
      .filter((name) => !Object.hasOwn(codeColumns, name))
      .map((name) => fault(name, 'is not a field')),
    ...columns
      .filter((name, place) => columns.indexOf(name) !== place)
      .map((name) => fault(name, 'stands twice')),
    ...(['code', 'type', 'value'] as const)
      .filter((name) => !columns.includes(name))
      .map((name) => fault(name, 'is needed in the first row')),
  ];
}

/** The one that parts the names of the header: names have none of the three. */
function delimiterOf(header: string): string {
  return [';', '\t'].find((character) => header.includes(character)) ?? ',';
}

async function takeFirstLine(
  text: Iterable<string> | AsyncIterable<string>,
): Promise<{ readonly first: string; readonly rest: AsyncIterable<string> }> {
  const pieces = pull(text);
  let begun = '';
  while (!/[\r\n]/.test(begun) && begun.length < longestRow) {
    const next = await pieces.next();
    if (next.done === true) break;
    begun += next.value;
  }
  return { first: begun.split(/[\r\n]/, 1)[0] ?? '', rest: followedBy(begun, pieces) };
}

async function* pull(text: Iterable<string> | AsyncIterable<string>): AsyncGenerator<string> {
  yield* text;
}

async function* followedBy(begun: string, pieces: AsyncIterable<string>): AsyncGenerator<string> {
  if (begun !== '') yield begun;
  yield* pieces;
}
