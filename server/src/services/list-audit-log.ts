import type { AuditEntry, ListAuditLogQuery, PageOnWire } from '@hemat/shared/schemas';
import { listAuditRows } from '../storage/repositories/audit-log.js';
import type { CallDeps } from './deps.js';
import { done, type Outcome } from './outcome.js';
import { pageOfRows, readCursor } from './page-cursor.js';
import { refuseInvalid } from './refuse-invalid.js';
import { auditFilter } from './audit-log/audit-filter.js';
import { loadActorNames } from './audit-log/load-actor-names.js';
import { presentAuditEntry } from './audit-log/present-audit-entry.js';

/** A page of the workspace's audit log, newest first. */
export async function listAuditLog(
  deps: CallDeps,
  query: ListAuditLogQuery,
): Promise<Outcome<PageOnWire<AuditEntry>>> {
  const { limit, cursor } = query;
  const after = cursor === undefined ? undefined : readCursor(cursor);
  if (after === null)
    return refuseInvalid([{ path: ['cursor'], code: 'custom', message: 'is not a cursor' }]);
  const rows = await listAuditRows(deps.storage.reader, {
    ...auditFilter(deps, query),
    limit: limit + 1,
    beforeId: after?.id,
  });
  const names = await loadActorNames(deps, rows.slice(0, limit));
  return done(pageOfRows(rows, limit, (row) => presentAuditEntry(row, names)));
}
