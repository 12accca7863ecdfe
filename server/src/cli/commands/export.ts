import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { defineCommand } from 'citty';
import { exportDiscountCodes } from '../../services/export/export-discount-codes.js';
import { callFor } from '../make-workspace.js';
import { withService } from '../open-service.js';
import { takeOutcome } from '../take-outcome.js';

/** `hemat export`: every code as CSV, as the API writes it, to standard output or a new file. */
export const exportCommand = defineCommand({
  meta: { name: 'export', description: 'Write every code as CSV that import takes again' },
  args: {
    workspace: { type: 'string', required: true, description: 'Slug or id' },
    out: { type: 'string', description: 'A file that does not exist yet; standard output by default' },
  },
  run: async ({ args }) => {
    await withService({}, async (deps) => {
      const pieces = takeOutcome(await exportDiscountCodes(await callFor(deps, args.workspace)));
      const target = args.out === undefined ? process.stdout : createWriteStream(args.out, { flags: 'wx' });
      await pipeline(Readable.from(pieces), target, { end: args.out !== undefined });
    });
  },
});
