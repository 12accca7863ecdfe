import type { AuditEntry, ListAuditLogQuery, PageOnWire } from '@hemat/shared/schemas';
import { listAuditRows } from '../storage/repositories/audit-log.js';
import type { AuditLogTable } from '../storage/tables.js';
import type { CallDeps } from './deps.js';
import { done, type Outcome } from './outcome.js';
import { pageOfRows, readCursor } from './page-cursor.js';
import { refuseInvalid } from './refuse-invalid.js';

/** A page of the workspace's audit log, newest first. */
export async function listAuditLog(
  deps: CallDeps,
  query: ListAuditLogQuery,
): Promise<Outcome<PageOnWire<AuditEntry>>> {
  const { limit, cursor, target, actor, from, to } = query;
  const after = cursor === undefined ? undefined : readCursor(cursor);
  if (after === null)
    return refuseInvalid([{ path: ['cursor'], code: 'custom', message: 'is not a cursor' }]);
  const rows = await listAuditRows(deps.storage.reader, {
    workspaceId: deps.workspace.id,
    limit: limit + 1,
    beforeId: after?.id,
    targetId: target,
    actorId: actor,
    from: from === undefined ? undefined : Date.parse(from),
    to: to === undefined ? undefined : Date.parse(to),
  });
  return done(pageOfRows(rows, limit, toEntry));
}

function toEntry(row: AuditLogTable): AuditEntry {
  return {
    id: row.id,
    actor: { kind: row.actor_kind, id: row.actor_id },
    action: row.action,
    target: { type: row.target_type, id: row.target_id },
    before: row.before === null ? null : JSON.parse(row.before),
    after: row.after === null ? null : JSON.parse(row.after),
    createdAt: new Date(row.created_at).toISOString(),
  };
}
