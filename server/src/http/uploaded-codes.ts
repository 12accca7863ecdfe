import { readCodes, type CodeFileFormat } from '../files/read-codes.js';
import type { FileRow } from '../services/import/file-row.js';
import type { CallContext } from './call.js';
import { headerOf } from './header-of.js';

const formats: Readonly<Record<string, CodeFileFormat>> = {
  'text/csv': 'csv',
  'application/x-ndjson': 'ndjson',
  'application/ndjson': 'ndjson',
};

/** The media types of a file of codes, for the description. */
export const codeFileTypes = ['text/csv', 'application/x-ndjson'] as const;

/** How many bytes are read at once: no row waits in memory as text. */
const pieceSize = 64 * 1024;

/** The rows of the file that was sent; null where it is of another media type. */
export function uploadedCodes(c: CallContext): AsyncIterable<FileRow> | null {
  const type = headerOf(c, 'content-type')?.split(';')[0]?.trim().toLowerCase() ?? '';
  const encoding = headerOf(c, 'content-encoding') ?? 'identity';
  const format = formats[type];
  if (format === undefined || encoding.toLowerCase() !== 'identity') return null;
  return readCodes(pieces(c), format);
}

async function* pieces(c: CallContext): AsyncGenerator<Uint8Array> {
  const bytes = new Uint8Array(await c.req.arrayBuffer());
  for (let at = 0; at < bytes.length; at += pieceSize) yield bytes.subarray(at, at + pieceSize);
}
