import { importDiscountCodesQuery, importReport } from '@hemat/shared/schemas';
import { z } from 'zod';
import type { App } from '../http/app-type.js';
import { secretEndpoint } from '../http/endpoint.js';
import { mount } from '../http/mount.js';
import { perform } from '../http/perform.js';
import { refuse } from '../http/send.js';
import { sendFile } from '../http/send-file.js';
import { codeFileTypes, uploadedCodes } from '../http/uploaded-codes.js';
import { exportDiscountCodes } from '../services/export/export-discount-codes.js';
import { importDiscountCodes } from '../services/import/import-discount-codes.js';

const tag = 'Discount codes';
const file = { schema: z.string() };

const importCodes = secretEndpoint({
  method: 'post',
  path: '/discount-codes/import',
  tag,
  summary: 'Make the codes of a file',
  description:
    'CSV, whose first row names the fields, or one JSON document a line; up to 10 MB and 100,000 rows. All or none, unless `onError=skip`. A row whose code stands there just so is no fault, so that a file can be sent again.',
  scopes: ['manage'],
  needsModule: true,
  isUpload: true,
  request: {
    query: importDiscountCodesQuery,
    body: { required: true, content: Object.fromEntries(codeFileTypes.map((type) => [type, file])) },
  },
  answers: { 200: { description: 'What became of the file.', data: importReport } },
  errors: ['CODE_EXISTS'],
});

const exportCodes = secretEndpoint({
  method: 'get',
  path: '/discount-codes/export',
  tag,
  summary: 'Take all codes as a file',
  description:
    'CSV, streamed, oldest first, without archived codes and batches of one-time codes; `import` takes it again unchanged. Cells that a spreadsheet would run begin with a quote.',
  scopes: ['read'],
  needsModule: true,
  answers: { 200: { description: 'The file.', csv: 'A row a code.' } },
});

/** Codes by the file. */
export function codeFileRoutes(app: App): void {
  mount(app, importCodes, (c) => {
    const codes = uploadedCodes(c);
    const query = c.req.valid('query');
    return codes === null
      ? refuse(c, { code: 'UNSUPPORTED_MEDIA_TYPE' })
      : perform(c, (deps) => importDiscountCodes(deps, { ...query, file: codes }), {
          severalWrites: true,
        });
  });
  mount(app, exportCodes, (c) => sendFile(c, 'discount-codes.csv', exportDiscountCodes));
}
