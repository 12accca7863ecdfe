import { sql } from 'kysely';
import { encodeTime } from 'ulid';
import { columns, statement } from '../statement.js';
import type { Reader, WriteTransaction } from '../storage.js';
import type { AuditLogTable } from '../tables.js';

/** Which rows of a workspace. */
export interface AuditFilter {
  readonly workspaceId: string;
  readonly targetId?: string | undefined;
  readonly actorId?: string | undefined;
  readonly action?: string | undefined;
  readonly targetType?: string | undefined;
  /** Epoch ms, inclusive. */
  readonly from?: number | undefined;
  /** Epoch ms, exclusive. */
  readonly to?: number | undefined;
}

export interface AuditLogQuery extends AuditFilter {
  readonly limit: number;
  /** The last id of the page before. */
  readonly beforeId?: string | undefined;
}

/** How far ids may run ahead of the clock after it was set back, ms. */
const clockSlack = 60 * 60 * 1000;

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
  await insert.send(tx, row);
}

/** A page of the audit log, newest first. */
export function listAuditRows(db: Reader, query: AuditLogQuery): Promise<AuditLogTable[]> {
  const { beforeId, targetId, actorId, action, targetType, from, to } = query;
  let rows = db.selectFrom('audit_log').selectAll().where('workspace_id', '=', query.workspaceId);
  if (beforeId !== undefined) rows = rows.where('id', '<', beforeId);
  if (targetId !== undefined) rows = rows.where('target_id', '=', targetId);
  if (action !== undefined) rows = rows.where('action', '=', action);
  if (targetType !== undefined) rows = rows.where('target_type', '=', targetType);
  if (actorId !== undefined) rows = rows.where('actor_id', '=', actorId);
  // In place of a parameter, so that SQLite knows the index that holds members only.
  if (actorId?.startsWith('mem_')) rows = rows.where(sql.ref('actor_kind'), '=', sql.lit('member'));
  // Ids begin with their time: rows beyond it are not even looked at.
  if (from !== undefined) rows = rows.where('created_at', '>=', from).where('id', '>=', idAt(from));
  if (to !== undefined) rows = rows.where('created_at', '<', to).where('id', '<', idAt(to + clockSlack));
  return rows.orderBy('id', 'desc').limit(query.limit).execute();
}

/** Below every id that was made at this moment or later. Times before 1970 and after 10889 do not fit an id. */
function idAt(epochMs: number): string {
  return `aud_${encodeTime(Math.min(Math.max(epochMs, 0), 2 ** 48 - 1), 10)}`;
}
