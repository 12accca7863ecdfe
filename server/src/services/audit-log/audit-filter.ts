import type { ListAuditLogQuery } from '@hemat/shared/schemas';
import type { AuditFilter } from '../../storage/repositories/audit-log.js';
import type { CallDeps } from '../deps.js';

/** Which rows a query asks for. */
export function auditFilter(
  { workspace }: CallDeps,
  { target, actor, action, targetType, from, to }: ListAuditLogQuery,
): AuditFilter {
  return {
    workspaceId: workspace.id,
    targetId: target,
    actorId: actor,
    action,
    targetType,
    from: from === undefined ? undefined : Date.parse(from),
    to: to === undefined ? undefined : Date.parse(to),
  };
}
