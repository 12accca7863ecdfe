import { listOneTimeStringsQuery, oneTimeStringPage } from '@hemat/shared/schemas';
import type { App } from '../http/app-type.js';
import { secretEndpoint } from '../http/endpoint.js';
import { mount } from '../http/mount.js';
import { perform } from '../http/perform.js';
import { idParam } from '../http/request-parts.js';
import { sendFile, wantsCsv } from '../http/send-file.js';
import { listStrings } from '../services/one-time/list-strings.js';
import { streamStrings } from '../services/one-time/stream-strings.js';

const list = secretEndpoint({
  method: 'get',
  path: '/discount-codes/{id}/strings',
  tag: 'Discount codes',
  summary: 'List the strings of a batch of one-time codes',
  description:
    'In the order they were generated, each with the order that used or holds it. `code` looks one up. With `Accept: text/csv` all of them are streamed as a file, whatever `code`, `limit` and `cursor` say.',
  scopes: ['read'],
  needsModule: true,
  request: { params: idParam, query: listOneTimeStringsQuery },
  answers: {
    200: {
      description: 'A page of strings.',
      data: oneTimeStringPage,
      csv: 'Columns code, state, orderId and takenAt.',
    },
  },
});

/** The strings of batches. */
export function oneTimeStringRoutes(app: App): void {
  mount(app, list, (c) => {
    const query = { ...c.req.valid('query'), ...c.req.valid('param') };
    return wantsCsv(c)
      ? sendFile(c, `${query.id}.csv`, (deps) => streamStrings(deps, query))
      : perform(c, (deps) => listStrings(deps, query));
  });
}
