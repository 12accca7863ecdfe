import { createDiscountCodeInput } from '@hemat/shared/schemas';
import { fit } from '../http/faults-of.js';
import type { FileRow } from '../services/import/file-row.js';
import type { RawRow } from './raw-row.js';
import { readCsv } from './read-csv.js';
import { readNdjson } from './read-ndjson.js';

/** What a file may be written in. */
export type CodeFileFormat = 'csv' | 'ndjson';

/** The rows of a file of codes, each held to the schema of a new code. `bytes` is UTF-8; what is not ends the file with a fault. */
export async function* readCodes(
  bytes: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
  format: CodeFileFormat,
): AsyncGenerator<FileRow> {
  const raw = format === 'csv' ? readCsv(decode(bytes)) : readNdjson(decode(bytes));
  let row = 0;
  try {
    for await (const read of raw) {
      row = read.row;
      yield holdToSchema(read);
    }
  } catch (error) {
    if (!(error instanceof NotText)) throw error;
    yield {
      row: row + 1,
      faults: [{ path: [], code: 'invalid_text', message: 'is not UTF-8 from here on' }],
    };
  }
}

class NotText extends Error {
  override readonly name = 'NotText';
}

function holdToSchema(read: RawRow): FileRow {
  if ('faults' in read) return read;
  const fitted = fit(createDiscountCodeInput, read.input);
  return fitted.ok ? { row: read.row, input: fitted.value } : { row: read.row, faults: fitted.faults };
}

/** No database keeps a NUL. */
async function* decode(bytes: Iterable<Uint8Array> | AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const read = (piece?: Uint8Array): string => {
    try {
      return decoder.decode(piece, { stream: piece !== undefined });
    } catch {
      throw new NotText();
    }
  };
  for await (const piece of bytes) {
    const text = read(piece);
    if (text.includes('\0')) throw new NotText();
    yield text;
  }
  const end = read();
  if (end !== '') yield end;
}
