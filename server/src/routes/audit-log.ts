import { auditEntryPage, listAuditLogQuery } from '@hemat/shared/schemas';
import type { App } from '../http/app-type.js';
import { secretEndpoint } from '../http/endpoint.js';
import { mount } from '../http/mount.js';
import { perform } from '../http/perform.js';
import { listAuditLog } from '../services/list-audit-log.js';

const list = secretEndpoint({
  method: 'get',
  path: '/audit-log',
  tag: 'Audit log',
  summary: 'List who did what, newest first',
  scopes: ['admin'],
  needsModule: false,
  request: { query: listAuditLogQuery },
  answers: { 200: { description: 'A page of the log.', data: auditEntryPage } },
});

/** The audit log of the caller's workspace. */
export function auditLogRoutes(app: App): void {
  mount(app, list, (c) => perform(c, (deps) => listAuditLog(deps, c.req.valid('query'))));
}
