import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** The element script of this version, as its build wrote it. */
export interface ElementScript {
  readonly version: string;
  /** `sha384-…` of `source`. */
  readonly integrity: string;
  readonly source: string;
}

const manifest = z.object({ version: z.string(), file: z.string(), integrity: z.string() });

/** Reads the script and its manifest from the folder of the build; null where there is none. */
export function readElementScript(folder: string): ElementScript | null {
  try {
    const { version, file, integrity } = manifest.parse(
      JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')),
    );
    return { version, integrity, source: readFileSync(join(folder, file), 'utf8') };
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}
