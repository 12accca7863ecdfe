import { auditEntryPage, listAuditLogQuery } from '@hemat/shared/schemas';
import type { App } from '../http/app-type.js';
import { secretEndpoint } from '../http/endpoint.js';
import { mount } from '../http/mount.js';
import { perform } from '../http/perform.js';
import { sendFile, wantsCsv, wantsNdjson } from '../http/send-file.js';
import { listAuditLog } from '../services/list-audit-log.js';
import { streamAuditLog } from '../services/audit-log/stream-audit-log.js';

const list = secretEndpoint({
  method: 'get',
  path: '/audit-log',
  tag: 'Audit log',
  summary: 'List who did what, newest first',
  description:
    'With `Accept: text/csv` or `application/x-ndjson` all of it is streamed as a file, whatever `limit` and `cursor` say.',
  scopes: ['admin'],
  needsModule: false,
  request: { query: listAuditLogQuery },
  answers: {
    200: {
      description: 'A page of the log.',
      data: auditEntryPage,
      csv: 'Columns createdAt, action, targetType, targetId, actorKind, actorId, actorName, before, after, id.',
      ndjson: 'An entry a line.',
    },
  },
});

/** The audit log of the caller's workspace. */
export function auditLogRoutes(app: App): void {
  mount(app, list, (c) => {
    const query = c.req.valid('query');
    const format = wantsCsv(c) ? 'csv' : wantsNdjson(c) ? 'ndjson' : null;
    return format === null
      ? perform(c, (deps) => listAuditLog(deps, query))
      : sendFile(c, `audit-log.${format}`, (deps) => streamAuditLog(deps, { ...query, format }));
  });
}
