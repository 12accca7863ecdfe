import type { ImportReport } from '@hemat/shared/schemas';
import { readCodes, type CodeFileFormat } from '../../server/src/files/read-codes.js';
import { exportDiscountCodes } from '../../server/src/services/export/export-discount-codes.js';
import {
  importDiscountCodes,
  type ImportInput,
} from '../../server/src/services/import/import-discount-codes.js';
import type { Outcome } from '../../server/src/services/outcome.js';
import { valueOf, type World } from '../contract/support/world.js';

/** Imports a file as a route does; its bytes come in pieces of `pieceSize`. */
export function importFile(
  world: World,
  text: string,
  options: Partial<Pick<ImportInput, 'onError' | 'dryRun'>> & {
    readonly format?: CodeFileFormat;
    readonly pieceSize?: number;
  } = {},
): Promise<Outcome<ImportReport>> {
  const { format = 'csv', pieceSize = 1_000, onError = 'fail', dryRun = false } = options;
  return importDiscountCodes(world.deps, {
    file: readCodes(pieces(text, pieceSize), format),
    onError,
    dryRun,
  });
}

/** The whole of an export. */
export async function exportFile(world: World): Promise<string> {
  let text = '';
  for await (const piece of valueOf(await exportDiscountCodes(world.deps))) text += piece;
  return text;
}

function* pieces(text: string, size: number): Generator<Uint8Array> {
  const bytes = new TextEncoder().encode(text);
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
