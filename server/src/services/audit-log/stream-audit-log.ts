import type { AuditEntry, ListAuditLogQuery } from '@hemat/shared/schemas';
import { listAuditRows } from '../../storage/repositories/audit-log.js';
import { csvLines } from '../csv/csv-lines.js';
import type { CallDeps } from '../deps.js';
import { done, type Outcome } from '../outcome.js';
import { recordEffect } from '../record-effect.js';
import { auditFilter } from './audit-filter.js';
import { loadActorNames } from './load-actor-names.js';
import { presentAuditEntry } from './present-audit-entry.js';

/** How the file is written: CSV with a header, or one JSON document a line. */
export type AuditFileFormat = 'csv' | 'ndjson';

const pageSize = 500;
const columns = [
  'createdAt',
  'action',
  'targetType',
  'targetId',
  'actorKind',
  'actorId',
  'actorName',
  'before',
  'after',
  'id',
];

/** The whole log that a query asks for, newest first, page by page as it is taken; who took it stands in the log. */
export async function streamAuditLog(
  deps: CallDeps,
  { format, ...query }: ListAuditLogQuery & { readonly format: AuditFileFormat },
): Promise<Outcome<AsyncIterable<string>>> {
  const { storage, workspace, actor } = deps;
  const { target = null, targetType = null, actor: by = null, action = null, from = null, to = null } = query;
  await storage.write((tx) =>
    recordEffect(deps, tx, {
      workspaceId: workspace.id,
      actor,
      event: null,
      action: 'audit_log.exported',
      target: { type: 'workspace', id: workspace.id },
      before: null,
      after: { format, target, targetType, actor: by, action, from, to },
    }),
  );
  return done(pages(deps, query, format));
}

async function* pages(
  deps: CallDeps,
  query: ListAuditLogQuery,
  format: AuditFileFormat,
): AsyncGenerator<string> {
  if (format === 'csv') yield csvLines([columns]);
  let beforeId: string | undefined;
  for (;;) {
    const filter = auditFilter(deps, query);
    const rows = await listAuditRows(deps.storage.reader, { ...filter, limit: pageSize, beforeId });
    if (rows.length === 0) return;
    const names = await loadActorNames(deps, rows);
    const entries = rows.map((row) => presentAuditEntry(row, names));
    yield format === 'csv' ? csvLines(entries.map(toCells)) : entries.map(toLine).join('');
    beforeId = rows.at(-1)?.id;
  }
}

function toLine(entry: AuditEntry): string {
  return `${JSON.stringify(entry)}\n`;
}

function toCells({ id, actor, action, target, before, after, createdAt }: AuditEntry): (string | null)[] {
  return [
    createdAt,
    action,
    target.type,
    target.id,
    actor.kind,
    actor.id,
    actor.name,
    before === null ? null : JSON.stringify(before),
    after === null ? null : JSON.stringify(after),
    id,
  ];
}
