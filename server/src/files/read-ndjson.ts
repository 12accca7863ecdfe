import { readJson } from '../http/read-json.js';
import type { RawRow } from './raw-row.js';

/** A line may be this long, characters. */
const longestLine = 64 * 1024;

/** The rows of a file of JSON documents, one a line; empty lines are passed over. */
export async function* readNdjson(text: Iterable<string> | AsyncIterable<string>): AsyncGenerator<RawRow> {
  let row = 0;
  for await (const line of lines(text)) {
    row += 1;
    if (line.trim() !== '') yield readLine(row, line);
  }
}

function readLine(row: number, line: string): RawRow {
  if (line.length > longestLine) {
    return { row, faults: [{ path: [], code: 'too_big', message: 'is longer than 65,536 characters' }] };
  }
  const read = readJson(line);
  return read.ok ? { row, input: read.value } : { row, faults: read.faults };
}

async function* lines(text: Iterable<string> | AsyncIterable<string>): AsyncGenerator<string> {
  let begun = '';
  for await (const piece of text) {
    const parts = (begun + piece).split('\n');
    begun = parts.pop() ?? '';
    yield* parts;
  }
  if (begun !== '') yield begun;
}
