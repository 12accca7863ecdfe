import { columns, statement } from '../statement.js';
import type { Reader, WriteTransaction } from '../storage.js';
import type { AuditLogTable } from '../tables.js';

export interface AuditLogQuery {
  readonly workspaceId: string;
  readonly limit: number;
  /** The last id of the page before. */
  readonly beforeId?: string | undefined;
  readonly targetId?: string | undefined;
  readonly actorId?: string | undefined;
  /** Epoch ms, inclusive. */
  readonly from?: number | undefined;
  /** Epoch ms, exclusive. */
  readonly to?: number | undefined;
}

const insert = statement((db, row: AuditLogTable) =>
  db
    .insertInto('audit_log')
    .values(
      columns(row, [
        'workspace_id',
        'id',
        'actor_kind',
        'actor_id',
        'action',
        'target_type',
        'target_id',
        'before',
        'after',
        'created_at',
      ]),
    ),
);

/** Writes down who did what, in the write of the effect. */
export async function insertAuditRow(tx: WriteTransaction, row: AuditLogTable): Promise<void> {
  await insert.run(tx, row);
}

/** A page of the audit log, newest first. */
export function listAuditRows(db: Reader, query: AuditLogQuery): Promise<AuditLogTable[]> {
  const { beforeId, targetId, actorId, from, to } = query;
  let rows = db.selectFrom('audit_log').selectAll().where('workspace_id', '=', query.workspaceId);
  if (beforeId !== undefined) rows = rows.where('id', '<', beforeId);
  if (targetId !== undefined) rows = rows.where('target_id', '=', targetId);
  if (actorId !== undefined) rows = rows.where('actor_id', '=', actorId);
  if (from !== undefined) rows = rows.where('created_at', '>=', from);
  if (to !== undefined) rows = rows.where('created_at', '<', to);
  return rows.orderBy('id', 'desc').limit(query.limit).execute();
}
