import type { AuditEntry } from '@hemat/shared/schemas';
import type { AuditLogTable } from '../../storage/tables.js';
import type { ActorNames } from './load-actor-names.js';

/** A row of the audit log as the wire shows it. */
export function presentAuditEntry(row: AuditLogTable, names: ActorNames): AuditEntry {
  const { actor_kind: kind, actor_id: id } = row;
  return {
    id: row.id,
    actor: { kind, id, name: id === null ? null : (names.get(id) ?? null) },
    action: row.action,
    target: { type: row.target_type, id: row.target_id },
    before: row.before === null ? null : JSON.parse(row.before),
    after: row.after === null ? null : JSON.parse(row.after),
    createdAt: new Date(row.created_at).toISOString(),
  };
}
